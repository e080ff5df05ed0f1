/** A catalogue over the gaps of a scope: gap by gap as a list, the heat map, what is taught twice, what is missing. */
import { useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { CatalogueReply } from '../../domain/catalogue-reply.ts';
import { credentialAddress, skillAddress } from '../address/use-address.ts';
import type { Answer } from '../ask/use-answer.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { Term } from '../parts/term.tsx';
import { texts } from '../texts/texts.ts';
import { HeatMap } from './heat-map.tsx';

const words = texts.university.coverage;
/** Below it a credential more likely does not teach the skill than it does. */
const TAUGHT_FROM = 0.5;

export function Coverage({ answer }: { answer: Answer<CatalogueReply> }) {
  const picture = useRef<HTMLDivElement>(null);
  return (
    <Answered answer={answer} rows={8} label={texts.shell.wait.counting}>
      {(reply) => {
        if (reply.suppressed !== null) return <p class="note warn">{reply.suppressed}</p>;
        const covered = reply.skills.filter(({ coverage }) => coverage >= TAUGHT_FROM).length;
        return (
          <div class="stack loose">
            <div class="stack tight">
              <div class="between">
                <p class="lead">{words.summary(covered, reply.skills.length, reply.credentialCount)}</p>
                <ExportMenu
                  title={words.listTitle}
                  whole={reply}
                  table={() => coverageExport(reply)}
                  picture={() => picture.current}
                />
              </div>
              <ReplyNotes reply={reply} />
            </div>
            <GapByGap reply={reply} />
            {reply.credentials.length > 0 && (
              <div ref={picture}>
                <HeatMap reply={reply} />
              </div>
            )}
            <div class="two-columns">
              <Overlaps reply={reply} />
              <section class="stack tight">
                <h2>{words.missing}</h2>
                {reply.missing.length === 0 && <p class="quiet">{words.noMissing}</p>}
                <ul class="plain-list">
                  {reply.missing.map((skill) => (
                    <li key={skill.id}>
                      <Link href={skillAddress(skill.id)}>{skill.label}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            </div>
          </div>
        );
      }}
    </Answered>
  );
}

function GapByGap({ reply }: { reply: CatalogueReply }) {
  return (
    <section class="stack tight" aria-labelledby="gap-by-gap">
      <h2 id="gap-by-gap">
        <Term name="coverage">{words.listTitle}</Term>
      </h2>
      <table class="facts-table">
        <caption class="unseen">{words.listTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.skill}</th>
            <th scope="col">{words.gap}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.anywhere}</th>
          </tr>
        </thead>
        <tbody>
          {reply.skills.map(({ skill, gapShare, gapInterval, coverage, coverageAnywhere, taughtBy }) => (
            <tr key={skill.id}>
              <th scope="row">
                <Link href={skillAddress(skill.id)}>{skill.label}</Link>
              </th>
              <td class="number">{words.share(gapShare, gapInterval)}</td>
              <td class={coverage < TAUGHT_FROM ? 'warn-text' : ''}>
                {words.surely(coverage)} <span class="quiet small">{words.byCount(taughtBy)}</span>
              </td>
              <td>{words.surely(coverageAnywhere)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Overlaps({ reply }: { reply: CatalogueReply }) {
  return (
    <section class="stack tight">
      <h2>{words.overlaps}</h2>
      {reply.overlaps.length === 0 && <p class="quiet">{words.noOverlaps}</p>}
      <ul class="plain-list stack tight">
        {reply.overlaps.slice(0, 10).map(({ rows: [a, b], overlap, skills }) => {
          const pair = [reply.credentials[a]?.credential, reply.credentials[b]?.credential];
          return (
            <li key={`${a}-${b}`}>
              {pair.map((credential, position) =>
                credential === undefined ? null : (
                  <>
                    {position === 1 && ' – '}
                    <Link href={credentialAddress(credential.id)}>{credential.title}</Link>
                  </>
                ),
              )}
              <br />
              <span class="small quiet">
                {words.overlap(overlap)}: {skills.join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function coverageExport({ skills, credentials, cells }: CatalogueReply) {
  const byPlace = new Map(cells.map(({ row, column, coverage }) => [`${row}-${column}`, coverage]));
  return {
    columns: ['credential', 'provider', 'gap closed', ...skills.map(({ skill }) => skill.label)],
    rows: credentials.map(({ credential, gapClosed }, row) => [
      credential.title,
      credential.provider,
      gapClosed,
      ...skills.map((_, column) => byPlace.get(`${row}-${column}`) ?? 0),
    ]),
  };
}
