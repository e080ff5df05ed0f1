/** A word of the field with a dotted underline: pressing it says what it means, right there. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import './term.css';

export function Term({ name, children }: { name: string; children?: ComponentChildren }) {
  const id = useId();
  const entry = texts.glossary.terms[name];
  if (entry === undefined) return <>{children ?? name}</>;
  const [term, meaning] = entry;
  return (
    <span class="term-place">
      <button type="button" class="term" popovertarget={id}>
        {children ?? term}
      </button>
      <span id={id} popover="auto" class="term-meaning">
        <strong>{term}</strong>: {meaning}
      </span>
    </span>
  );
}
