/** A view whose code is fetched when it is first opened, with a skeleton until it is there. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../parts/skeleton.tsx';
import { texts } from '../texts/texts.ts';

export function laterView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LaterView(props: Props) {
    const [View, setView] = useState<ComponentType<Props> | null>(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (view) => {
          loaded = view;
          setView(() => view);
        },
        () => {
          setFailed(true);
        },
      );
    }, []);
    if (hasFailed) return <BrokenView />;
    return View === null ? <Skeleton rows={6} /> : <View {...props} />;
  };
}

function BrokenView() {
  const words = texts.shell.viewBroke;
  return (
    <div class="note bad stack tight" role="alert">
      <h1>{words.title}</h1>
      <p>{words.detail}</p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          {words.reload}
        </button>
      </p>
    </div>
  );
}
