/** What is asked for together and taught by nobody, as candidates for new courses; each opens as a design brief. */
import { Link } from 'wouter-preact';
import type { DesignBrief } from '../../domain/brief.ts';
import { addressWith, useAddress, type ScopeParts } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { Term } from '../parts/term.tsx';
import { texts } from '../texts/texts.ts';
import { DesignBriefView } from './design-brief-view.tsx';
import { economicsOf } from './economics-fields.tsx';

const words = texts.university.white;
const BRIEFS = 10;

export function WhiteSpace({ parts, place }: { parts: ScopeParts; place: string }) {
  const { get, path, params } = useAddress();
  const economics = economicsOf(get);
  const request = { ...parts, top: BRIEFS, ...(economics === undefined ? {} : { economics }) };
  const answer = useAnswer('post /v1/briefs/design', request);
  const opened = Number(get('brief'));
  return (
    <Answered answer={answer} rows={6} label={texts.shell.wait.counting}>
      {(reply) => {
        const brief = reply.briefs[opened - 1];
        if (brief !== undefined) {
          return <DesignBriefView brief={brief} position={opened} place={place} request={request} />;
        }
        return (
          <div class="stack">
            <div class="between">
              <p class="lead">
                <Term name="whitespace">{texts.university.tabs.white}</Term>: {words.intro}
              </p>
              <ExportMenu title={texts.university.tabs.white} whole={reply} table={() => spacesExport(reply.briefs)} />
            </div>
            <ReplyNotes reply={reply} />
            {reply.suppressed !== null && <p class="note warn">{reply.suppressed}</p>}
            {reply.suppressed === null && reply.briefs.length === 0 && (
              <div class="note">
                <p>{words.none}</p>
                <p>{words.noneNext}</p>
              </div>
            )}
            {reply.briefs.length > 0 && (
              <>
                <p class="line">
                  {words.spaces(reply.spaceCount)}
                  <Link href={addressWith('/map', params, { tab: null, brief: null, provider: null })}>
                    {words.onMap}
                  </Link>
                </p>
                <div>
                  {reply.briefs.map((one, position) => (
                    <Space
                      key={one.title}
                      brief={one}
                      position={position + 1}
                      to={addressWith(path, params, { brief: position + 1 })}
                    />
                  ))}
                </div>
              </>
            )}
          </div>
        );
      }}
    </Answered>
  );
}

function Space({ brief, position, to }: { brief: DesignBrief; position: number; to: string }) {
  const { share, interval, postingCount, employers } = brief.demand;
  return (
    <article class="space stack tight">
      <h2>
        {position}. {brief.title}
      </h2>
      <p>
        {words.asked(share, interval, postingCount, employers)} {words.together(brief.togetherCount)}
      </p>
      <p class="quiet">
        {words.outcomes(brief.outcomes.length)}: {brief.outcomes.map(({ skill }) => skill.label).join(', ')}.{' '}
        {words.stability(brief.stability)}
      </p>
      <p>
        <Link class="button small-one" href={to} aria-label={words.openLabel(brief.title)}>
          {words.open}
        </Link>
      </p>
    </article>
  );
}

function spacesExport(briefs: readonly DesignBrief[]) {
  return {
    columns: [
      'rank',
      'title',
      'demand share',
      'low',
      'high',
      'postings',
      'employers',
      'stability',
      'hours',
      'EQF level',
      'skills',
    ],
    rows: briefs.map(({ title, demand, stability, hours, eqfLevel, outcomes }, position) => [
      position + 1,
      title,
      demand.share,
      ...demand.interval,
      demand.postingCount,
      demand.employers,
      stability,
      hours.value,
      eqfLevel.value,
      outcomes.map(({ skill }) => skill.label).join('; '),
    ]),
  };
}
