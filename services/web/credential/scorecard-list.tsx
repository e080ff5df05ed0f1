/** What a catalogue shows of a credential's quality, each finding with the words behind it. Unknown stays unknown. */
import type { Scorecard } from '../../domain/scorecard.ts';
import { texts } from '../texts/texts.ts';

const words = texts.credentials.page;

export function ScorecardList({ scorecard }: { scorecard: Scorecard }) {
  const findings = [...scorecard.characteristics, ...scorecard.advantages];
  return (
    <section class="stack tight" aria-labelledby="scorecard">
      <h2 id="scorecard">{words.scorecard}</h2>
      <dl class="facts">
        {findings.map(({ name, met, evidence }) => (
          <div key={name}>
            <dt>
              {name}: <strong>{metWords(met)}</strong>
            </dt>
            <dd class="quiet">{met === null ? '' : evidence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function metWords(met: number | null): string {
  if (met === null) return words.met.unknown;
  if (met >= 1) return words.met.yes;
  return met > 0 ? words.met.part : words.met.no;
}
