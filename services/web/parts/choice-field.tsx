/**
 * A field one can type into or choose from: the combobox of WAI-ARIA's authoring practices, with choices from anywhere.
 * The value shown is the chosen label; typing searches, Escape gives the label back.
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import './choice-field.css';

export interface Choice {
  value: string;
  label: string;
  /** What stands behind the label, smaller: how many postings, where. */
  beside?: string | undefined;
}

interface ChoiceFieldProps {
  label: string;
  isLabelHidden?: boolean;
  placeholder: string;
  /** What is chosen now. */
  chosen: { value: string; label: string } | null;
  find: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  onChoose: (choice: Choice | null) => void;
  nothing: (text: string) => string;
  clearLabel: string;
  /** Text may also be sent as it is, when nothing in the list is meant. */
  onText?: (text: string) => void;
  inputRef?: { current: HTMLInputElement | null };
  isCleared?: boolean;
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { label, chosen, find, onChoose } = props;
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const stop = new AbortController();
    // Long enough that a word typed fast is one question.
    const soon = setTimeout(
      () => {
        find(text ?? '', stop.signal).then(
          (found) => {
            setChoices(found);
            setActive(text !== null && text !== '' && found.length > 0 && props.onText === undefined ? 0 : -1);
          },
          () => {
            if (!stop.signal.aborted) setChoices([]);
          },
        );
      },
      text === null ? 0 : 120,
    );
    return () => {
      clearTimeout(soon);
      stop.abort();
    };
  }, [isOpen, text, find]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = () => {
    setOpen(false);
    setText(null);
    setActive(-1);
  };
  const choose = (choice: Choice | null) => {
    close();
    onChoose(choice);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const count = choices?.length ?? 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) setActive((last) => (last < 0 && step < 0 ? count - 1 : (last + step + count) % count));
    } else if (event.key === 'Enter') {
      const choice = isOpen ? choices?.[active] : undefined;
      if (choice !== undefined) {
        event.preventDefault();
        choose(choice);
      } else if (props.onText !== undefined && (text ?? '').trim() !== '') {
        event.preventDefault();
        const sent = (text ?? '').trim();
        close();
        props.onText(sent);
      }
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  const isNothing = isOpen && choices?.length === 0;
  return (
    <div class="field choice-field">
      <label for={`${id}-input`} class={props.isLabelHidden === true ? 'unseen' : ''}>
        {label}
      </label>
      <div class="choice-line">
        <input
          id={`${id}-input`}
          ref={props.inputRef ?? null}
          type="text"
          role="combobox"
          class="entry"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          placeholder={props.placeholder}
          value={text ?? chosen?.label ?? ''}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
          }}
          onClick={() => {
            setOpen(true);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {chosen !== null && props.isCleared !== false && (
          <button
            type="button"
            class="choice-clear"
            aria-label={props.clearLabel}
            onClick={() => {
              choose(null);
            }}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        ref={list}
        aria-label={label}
        class="choice-list"
        hidden={!isOpen || choices === null || choices.length === 0}
      >
        {(choices ?? []).map((choice, position) => (
          <li
            key={choice.value}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === active}
            class="choice"
            // The list must not take the focus away before the click arrives.
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              choose(choice);
            }}
          >
            <span>{choice.label}</span>
            {choice.beside !== undefined && <span class="choice-beside">{choice.beside}</span>}
          </li>
        ))}
      </ul>
      {isNothing && <p class="choice-list choice-nothing">{props.nothing(text ?? '')}</p>}
      <span class="unseen" role="status">
        {isNothing ? props.nothing(text ?? '') : ''}
      </span>
    </div>
  );
}
