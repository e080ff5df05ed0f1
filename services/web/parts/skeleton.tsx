/** Grey rows where an answer will stand; shown only once waiting is long enough to be noticed. */
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import './skeleton.css';

const PATIENCE_MS = 200;
const LONG_MS = 2000;

export function Skeleton({ rows, label = texts.shell.loading }: { rows: number; label?: string }) {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const shown = setTimeout(() => {
      setWaited(PATIENCE_MS);
    }, PATIENCE_MS);
    const seconds = setInterval(() => {
      setWaited((last) => last + 1000);
    }, 1000);
    return () => {
      clearTimeout(shown);
      clearInterval(seconds);
    };
  }, []);
  if (waited < PATIENCE_MS) return <div class="skeleton" aria-hidden="true" />;
  return (
    <div class="skeleton" role="status">
      <span class={waited < LONG_MS ? 'unseen' : 'quiet'}>
        {label}
        {waited < LONG_MS ? '' : ` (${Math.round(waited / 1000)} s)`}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
