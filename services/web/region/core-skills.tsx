/** The WEF core skills of a scope: a radar of the most asked for, and all of them as a list. */
import type { ScopeParts } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { Answered } from '../parts/answered.tsx';
import { Radar } from '../parts/radar.tsx';
import { barMax, ShareBar } from '../parts/share-bar.tsx';
import { Term } from '../parts/term.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.region;
const AXES = 8;
const LISTED = 10;
const ALL_CORE_SKILLS = 26;

export function CoreSkills({ parts, name }: { parts: ScopeParts; name: string }) {
  const answer = useAnswer('get /v1/gaps', { ...parts, framework: 'wef', top: ALL_CORE_SKILLS });
  return (
    <section class="stack" aria-labelledby="core-skills">
      <h2 id="core-skills">
        <Term name="wef">{words.radar.title}</Term>
      </h2>
      <p class="quiet">{words.radar.intro}</p>
      <Answered answer={answer} rows={4}>
        {({ gaps }) => {
          const max = barMax(gaps.map(({ demandInterval }) => demandInterval));
          return (
            <div class="core-skills">
              {gaps.length >= 3 && (
                <Radar
                  title={`${words.radar.title}: ${name}`}
                  axes={gaps.slice(0, AXES).map(({ skill, demandShare, demandInterval }) => ({
                    label: skill.label,
                    share: demandShare,
                    interval: demandInterval,
                  }))}
                  max={max}
                />
              )}
              <ol class="core-skill-list plain-list">
                {gaps.slice(0, LISTED).map(({ skill, demandShare, demandInterval, supplyShare }) => (
                  <li key={skill.id}>
                    <span>{skill.label}</span>
                    <ShareBar demandShare={demandShare} interval={demandInterval} supplyShare={supplyShare} max={max} />
                    <span class="number small">{words.share(demandShare, demandInterval)}</span>
                  </li>
                ))}
              </ol>
            </div>
          );
        }}
      </Answered>
    </section>
  );
}
