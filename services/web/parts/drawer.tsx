/** A panel that slides in over the view. A modal dialog: the browser keeps the keyboard inside and closes it on Escape. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import './drawer.css';

interface DrawerProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Drawer({ title, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const current = dialog.current;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      // The drawer leaves the document with its state, before the browser could give the focus back itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div class="drawer-inner">
        <header class="drawer-head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="button small-one" onClick={onClose}>
            {texts.shell.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
