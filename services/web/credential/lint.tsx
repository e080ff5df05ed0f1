/** The eleven elements of a European micro-credential: which are stated, and what to add for those that are not. */
import type { LintedElement } from '../../domain/credential-page-reply.ts';
import { texts } from '../texts/texts.ts';

const words = texts.credentials.page;

export function Lint({ elements }: { elements: readonly LintedElement[] }) {
  const stated = elements.filter(({ isStated }) => isStated).length;
  return (
    <section class="stack tight" aria-labelledby="lint">
      <h2 id="lint">{words.lint}</h2>
      <p>{words.lintIntro(stated, elements.length)}</p>
      <table class="facts-table">
        <caption class="unseen">{words.lint}</caption>
        <thead>
          <tr>
            <th scope="col">{words.element}</th>
            <th scope="col">{words.says}</th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ element, isStated, stated: said, remedy }) => (
            <tr key={element}>
              <th scope="row">
                <span class={isStated ? 'mark-yes' : 'mark-no'} aria-hidden="true">
                  {isStated ? '✓' : '–'}
                </span>{' '}
                {element}
                <span class="unseen">: {isStated ? words.stated : words.missing}</span>
              </th>
              <td>{isStated ? (said ?? words.stated) : <span class="warn-text">{remedy ?? words.missing}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
