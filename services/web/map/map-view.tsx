/** "Which skills are asked for together?": the map on a canvas, a list of the same skills, and briefs from a selection. */
import { useMemo, useRef } from 'preact/hooks';
import type { MapReply } from '../../domain/map-reply.ts';
import { namesScope, scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { Term } from '../parts/term.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ScopeFields } from '../scope/scope-fields.tsx';
import { useRegionOnArrival } from '../scope/use-first-scope.ts';
import { useOverview } from '../scope/use-overview.ts';
import { scopeTitle } from '../scope/scope-title.ts';
import { texts } from '../texts/texts.ts';
import { ChosenSkills } from './chosen-skills.tsx';
import { MapList } from './map-list.tsx';
import { SkillMap } from './skill-map.tsx';
import './map.css';

const words = texts.map;
const SMALL_MARKET = 1000;
const SIZES = [100, 300, 1000];

export function MapView() {
  useRegionOnArrival();
  const { get, change } = useAddress();
  const parts = scopeParts(get);
  const hasScope = namesScope(parts);
  const overview = useOverview();
  // On a few hundred postings the usual floor would leave a handful of skills.
  const minPostings = (overview.reply?.postings.n ?? SMALL_MARKET) < SMALL_MARKET ? 3 : undefined;
  const top = Number(get('skills') ?? SIZES[1]) || 300;
  const answer = useAnswer('get /v1/map', hasScope && !overview.isAsking ? { ...parts, top, minPostings } : null);
  const question = hasScope ? words.question(scopeTitle(answer.reply) ?? '…') : words.questionEmpty;
  useTitle(question);
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{question}</h1>
        {!hasScope && <p class="lead">{words.intro}</p>}
        <ScopeFields scope={answer.reply?.scope ?? null} hasFramework={false} />
        {/* Before the answer: something to read while a new map is laid out. */}
        {hasScope && (
          <p>
            <Term name="cluster" />: {words.about}
          </p>
        )}
      </div>
      <Answered answer={answer} rows={8} label={texts.shell.wait.counting}>
        {(map) =>
          map.suppressed !== null || map.skills.length === 0 ? (
            <p class="note warn">{map.suppressed ?? words.empty}</p>
          ) : (
            <div class="stack">
              <ReplyNotes reply={map} />
              <div class="field map-size no-print">
                <label for="map-size">{words.most}</label>
                <select
                  id="map-size"
                  value={top}
                  onChange={(event) => {
                    change({ skills: event.currentTarget.value }, { isStep: false });
                  }}
                >
                  {SIZES.map((size) => (
                    <option key={size} value={size}>
                      {size}
                    </option>
                  ))}
                </select>
              </div>
              <DrawnMap map={map} title={question} />
            </div>
          )
        }
      </Answered>
    </div>
  );
}

function DrawnMap({ map, title }: { map: MapReply; title: string }) {
  const { get, change } = useAddress();
  const canvas = useRef<HTMLCanvasElement>(null);
  const chosenText = get('chosen') ?? '';
  // Positions in the reply, so that an address with twenty skills of ESCO stays short.
  const chosen = useMemo(
    () =>
      new Set(
        chosenText
          .split('.')
          .filter((part) => part !== '')
          .map(Number),
      ),
    [chosenText],
  );
  const choose = (next: ReadonlySet<number>) => {
    change({ chosen: [...next].sort((a, b) => a - b).join('.') }, { isStep: false });
  };
  return (
    <>
      <div class="between">
        <p class="small quiet">{words.help}</p>
        <ExportMenu title={title} whole={map} table={() => mapExport(map)} picture={() => canvas.current} />
      </div>
      <SkillMap map={map} chosen={chosen} onChoose={choose} canvasRef={canvas} />
      <ChosenSkills
        map={map}
        chosen={chosen}
        onClear={() => {
          choose(new Set());
        }}
      />
      <MapList map={map} chosen={chosen} onChoose={choose} />
    </>
  );
}

function mapExport({ skills }: MapReply) {
  return {
    columns: [
      'skill',
      'skill id',
      'cluster',
      'x',
      'y',
      'postings',
      'demand share',
      'taught',
      'taught by',
      'links',
      'bridge',
    ],
    rows: skills.map(({ skill, cluster, x, y, postingCount, demandShare, taught, taughtBy, linkCount, bridge }) => [
      skill.label,
      skill.id,
      cluster,
      x,
      y,
      postingCount,
      demandShare,
      taught,
      taughtBy,
      linkCount,
      bridge,
    ]),
  };
}
