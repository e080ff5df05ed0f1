/** An address that leads nowhere. */
import { Link } from 'wouter-preact';
import { useTitle } from '../parts/use-title.ts';
import { texts } from '../texts/texts.ts';

export function MissingPage() {
  const words = texts.shell.missingPage;
  useTitle(words.title);
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{words.detail}</p>
      <p>
        <Link href="/" class="button">
          {words.back}
        </Link>
      </p>
    </div>
  );
}
