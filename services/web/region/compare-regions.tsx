/** Two regions beside each other: the first skills of one, with the share of the other under each bar. */
import { scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { GapReply, GapsReply } from '../../domain/reply.ts';
import { Answered } from '../parts/answered.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { barMax, ShareBar } from '../parts/share-bar.tsx';
import { findRegions } from '../scope/find-scopes.ts';
import { scopeTitle } from '../scope/scope-title.ts';
import { texts } from '../texts/texts.ts';

const words = texts.region;
const ROWS = 15;
const MOST_GAPS = 200;

export function CompareRegions({ here }: { here: GapsReply }) {
  const { get, change } = useAddress();
  const other = get('with');
  const query = { ...scopeParts(get), framework: get('framework'), region: other, top: MOST_GAPS };
  const answer = useAnswer('get /v1/gaps', other === undefined ? null : query);
  const otherName = answer.reply?.scope.region?.name ?? other ?? '';
  return (
    <section class="stack" aria-labelledby="compare">
      <h2 id="compare">
        {other === undefined ? words.compare.heading : words.compare.title(scopeTitle(here) ?? '', otherName)}
      </h2>
      <div class="compare-field no-print">
        <ChoiceField
          label={words.compare.label}
          placeholder={words.compare.placeholder}
          chosen={other === undefined ? null : { value: other, label: otherName }}
          find={findRegions}
          nothing={words.fields.noneFound}
          clearLabel={words.compare.stop}
          onChoose={(choice) => {
            change({ with: choice?.value ?? null });
          }}
          onText={(text) => {
            change({ with: text });
          }}
        />
      </div>
      <Answered answer={answer} rows={5}>
        {(there) =>
          there.suppressed === null ? (
            <Comparison here={here} there={there} />
          ) : (
            <p class="note warn">{there.suppressed}</p>
          )
        }
      </Answered>
    </section>
  );
}

function Comparison({ here, there }: { here: GapsReply; there: GapsReply }) {
  const bySkill = new Map(there.gaps.map((gap) => [gap.skill.id, gap]));
  const rows = here.gaps.slice(0, ROWS);
  const shown = rows.flatMap((gap) => [gap, bySkill.get(gap.skill.id)]).filter((gap) => gap !== undefined);
  const max = barMax(shown.map(({ demandInterval }) => demandInterval));
  const names = [scopeTitle(here) ?? '', scopeTitle(there) ?? ''] as const;
  return (
    <div class="stack tight">
      <p class="quiet">{words.compare.clear}</p>
      <table class="compare">
        <caption class="unseen">{words.compare.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.skill}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((gap) => {
            const twin = bySkill.get(gap.skill.id);
            return (
              <tr key={gap.skill.id}>
                <th scope="row">
                  {gap.skill.label}
                  {twin !== undefined && isApart(gap, twin) && <span class="tag">{words.compare.apart}</span>}
                </th>
                <td>
                  <SharedCell gap={gap} max={max} />
                </td>
                <td>
                  {twin === undefined ? (
                    <span class="quiet small">{words.compare.notAmong}</span>
                  ) : (
                    <SharedCell gap={twin} max={max} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SharedCell({ gap: { demandShare, demandInterval, supplyShare }, max }: { gap: GapReply; max: number }) {
  return (
    <>
      <ShareBar demandShare={demandShare} interval={demandInterval} supplyShare={supplyShare} max={max} />
      <span class="number small">{words.shareAlone(demandShare, demandInterval)}</span>
    </>
  );
}

/** Ranges that do not touch: the difference is not one of chance. */
function isApart(a: GapReply, b: GapReply): boolean {
  return a.demandInterval[0] > b.demandInterval[1] || b.demandInterval[0] > a.demandInterval[1];
}
