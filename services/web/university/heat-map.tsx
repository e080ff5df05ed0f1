/** Credentials by gaps, darker where coverage is surer. A wide table: it scrolls sideways within itself. */
import { Link } from 'wouter-preact';
import type { CatalogueReply } from '../../domain/catalogue-reply.ts';
import { credentialAddress } from '../address/use-address.ts';
import { percentSure } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';

const words = texts.university.coverage;

export function HeatMap({ reply }: { reply: CatalogueReply }) {
  const { skills, credentials } = reply;
  const cells = new Map(reply.cells.map((cell) => [`${cell.row}-${cell.column}`, cell]));
  return (
    <section class="stack tight" aria-labelledby="heat-map">
      <h2 id="heat-map">{words.mapTitle}</h2>
      <p class="quiet small">{words.mapIntro}</p>
      <div class="heat-map-area" tabIndex={0} role="group" aria-label={words.mapTitle}>
        <table class="heat-map">
          <caption class="unseen">{words.mapTitle}</caption>
          <thead>
            <tr>
              <td />
              {skills.map(({ skill }) => (
                <th key={skill.id} scope="col">
                  <span>{skill.label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {credentials.map(({ credential }, row) => (
              <tr key={credential.id}>
                <th scope="row">
                  <Link href={credentialAddress(credential.id)}>{credential.title}</Link>
                </th>
                {skills.map(({ skill }, column) => {
                  const cell = cells.get(`${row}-${column}`);
                  if (cell === undefined) return <td key={skill.id} />;
                  return (
                    <td
                      key={skill.id}
                      class="heat-cell number"
                      style={{ '--sure': `${Math.round(cell.coverage * 85)}%` }}
                      data-sure={cell.coverage > 0.55 ? 'yes' : 'no'}
                      title={words.cell(credential.title, skill.label, cell.coverage)}
                    >
                      {percentSure(cell.coverage).replace(' %', '')}
                      {cell.state === 'declared' && <span class="heat-declared">•</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
