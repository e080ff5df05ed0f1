/** "What does this region ask for that is missing?": ranked gaps first, then the core skills, then other regions. */
import { useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { GapsReply, ReplyHeader } from '../../domain/reply.ts';
import { addressWith, namesScope, SCOPE_PARAMETERS, scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { GapEvidence } from '../evidence/gap-evidence.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { gapExport } from '../export/gap-table-export.ts';
import { Answered } from '../parts/answered.tsx';
import { GapTable } from '../parts/gap-table.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { Term } from '../parts/term.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ScopeFields } from '../scope/scope-fields.tsx';
import { scopeTitle } from '../scope/scope-title.ts';
import { useRegionOnArrival } from '../scope/use-first-scope.ts';
import { texts } from '../texts/texts.ts';
import { CompareRegions } from './compare-regions.tsx';
import { CoreSkills } from './core-skills.tsx';
import { RegionTiles } from './region-tiles.tsx';
import './region.css';

const words = texts.region;
const FIRST_ROWS = 20;
const MAX_ROWS = 200;

export function RegionView() {
  useRegionOnArrival();
  const { get, change } = useAddress();
  const parts = scopeParts(get);
  const framework = get('framework');
  const hasScope = namesScope(parts);
  const top = Math.min(MAX_ROWS, Number(get('top') ?? FIRST_ROWS) || FIRST_ROWS);
  const answer = useAnswer('get /v1/gaps', hasScope ? { ...parts, framework, top, series: true } : null);
  const { reply } = answer;
  const place = scopeTitle(reply);
  const question = hasScope ? words.question(place ?? '…') : words.questionEmpty;
  useTitle(place === null ? '' : question);
  const table = useRef<HTMLDivElement>(null);
  const why = reply?.gaps.find(({ skill }) => skill.id === get('why'));

  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{question}</h1>
        {!hasScope && <p class="lead">{words.intro}</p>}
        <ScopeFields scope={reply?.scope ?? null} />
      </div>
      <Answered answer={answer} rows={10} label={texts.shell.wait.counting}>
        {(gaps) => (
          <div class="stack loose">
            <section class="stack" ref={table}>
              <div class="region-count">
                <ReplyNotes reply={gaps} />
                <ExportMenu
                  title={question}
                  whole={gaps}
                  table={() => gapExport(gaps.gaps)}
                  picture={() => table.current}
                />
              </div>
              <Gaps reply={gaps} />
              {gaps.gaps.length >= top && top < MAX_ROWS && (
                <p class="no-print">
                  <button
                    type="button"
                    class="button"
                    onClick={() => {
                      change({ top: Math.min(MAX_ROWS, top + 30) }, { isStep: false });
                    }}
                  >
                    {words.more}
                  </button>
                </p>
              )}
            </section>
            {gaps.gaps.length > 0 && <NextSteps />}
            {gaps.gaps.length > 0 && framework === undefined && <CoreSkills parts={parts} name={place ?? ''} />}
            {gaps.gaps.length > 0 && <CompareRegions here={gaps} />}
          </div>
        )}
      </Answered>
      <RegionTiles />
      {why !== undefined && reply !== null && (
        <GapEvidence
          gap={why}
          n={reply.postings.n}
          scope={parts}
          onClose={() => {
            change({ why: null }, { isStep: false });
          }}
        />
      )}
    </div>
  );
}

function Gaps({ reply }: { reply: GapsReply }) {
  const { change } = useAddress();
  if (reply.suppressed !== null) return <Suppressed reply={reply} />;
  if (reply.gaps.length === 0) {
    return (
      <div class="note">
        <p>{words.empty}</p>
        <p>{words.emptyNext}</p>
      </div>
    );
  }
  return (
    <GapTable
      reply={reply}
      onWhy={(why) => {
        change({ why });
      }}
    />
  );
}

function Suppressed({ reply }: { reply: ReplyHeader }) {
  return (
    <div class="note warn stack tight">
      <h2>{words.suppressedTitle}</h2>
      <p>{reply.suppressed}</p>
      <p>{words.suppressedNext}</p>
    </div>
  );
}

function NextSteps() {
  const { params } = useAddress();
  const scope = new URLSearchParams(
    [...params].filter(([name]) => (SCOPE_PARAMETERS as readonly string[]).includes(name)),
  );
  scope.delete('framework');
  return (
    <nav class="stack tight no-print" aria-label={words.next.title}>
      <h2>
        <Term name="credential">{words.next.title}</Term>
      </h2>
      <p class="line">
        <Link class="button" href={addressWith('/credentials', scope, {})}>
          {words.next.ranked}
        </Link>
        <Link class="button" href={addressWith('/university', scope, {})}>
          {words.next.university}
        </Link>
        <Link class="button" href={addressWith('/map', scope, {})}>
          {words.next.map}
        </Link>
      </p>
    </nav>
  );
}
