/**
 * Ranked gaps as a table that can be read without a picture. On a phone the columns fold into the row; the roles are
 * spelt out, because a table laid out as a grid would otherwise stop being one for a screen reader.
 */
import { Link } from 'wouter-preact';
import { skillAddress } from '../address/use-address.ts';
import type { GapReply, GapsReply } from '../../domain/reply.ts';
import { texts } from '../texts/texts.ts';
import { monthlyShares } from './monthly-shares.ts';
import { barMax, ShareBar } from './share-bar.tsx';
import { Sparkline } from './sparkline.tsx';
import './gap-table.css';

const words = texts.region;

interface GapTableProps {
  reply: Pick<GapsReply, 'gaps' | 'weeks'>;
  onWhy: (skillId: string) => void;
  caption?: string;
}

export function GapTable({ reply: { gaps, weeks = [] }, onWhy, caption = words.caption }: GapTableProps) {
  const max = barMax(gaps.map(({ demandInterval }) => demandInterval));
  const isSupplyKnown = gaps.some(({ supplyShare }) => (supplyShare ?? 0) > 0);
  const hasTrend = gaps.some(({ trend }) => trend !== null);
  return (
    <div class="stack tight">
      <BarLegend isSupplyKnown={isSupplyKnown} max={max} />
      <table class="gap-table" role="table">
        <caption class="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {words.columns.rank}
            </th>
            <th role="columnheader" scope="col">
              {words.columns.skill}
            </th>
            <th role="columnheader" scope="col">
              {words.columns.demand}
            </th>
            {hasTrend && (
              <th role="columnheader" scope="col">
                {words.columns.trend}
              </th>
            )}
            <th role="columnheader" scope="col">
              {words.columns.taught}
            </th>
            <th role="columnheader" scope="col">
              <span class="unseen">{words.columns.why}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {gaps.map((gap, position) => (
            <GapRow
              key={gap.skill.id}
              gap={gap}
              shares={hasTrend ? monthlyShares(gap.weekly ?? [], weeks) : null}
              rank={position + 1}
              max={max}
              onWhy={onWhy}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GapRowProps {
  gap: GapReply;
  /** By step of four weeks; null where no row has a trend. */
  shares: readonly (number | null)[] | null;
  rank: number;
  max: number;
  onWhy: (skillId: string) => void;
}

function GapRow({ gap, shares, rank, max, onWhy }: GapRowProps) {
  const direction = gap.trend?.direction ?? 'unknown';
  const isCoreSkill = gap.skill.type === 'core skill';
  return (
    <tr role="row" class="gap-row">
      <td role="cell" class="gap-rank number">
        {rank}
      </td>
      <th role="rowheader" scope="row" class="gap-skill">
        {isCoreSkill ? gap.skill.label : <Link href={skillAddress(gap.skill.id)}>{gap.skill.label}</Link>}
      </th>
      <td role="cell" class="gap-demand">
        <ShareBar demandShare={gap.demandShare} interval={gap.demandInterval} supplyShare={gap.supplyShare} max={max} />
        <span class="number">{words.share(gap.demandShare, gap.demandInterval)}</span>
        <span class="gap-beside">
          {words.must(gap.mustHaveShare)}
          {(gap.supplyShare ?? 0) > 0.005 && `; ${words.heldShare(gap.supplyShare ?? 0)}`}
        </span>
      </td>
      {shares !== null && (
        <td role="cell" class="gap-trend">
          <Sparkline shares={shares} direction={direction} />
          <span class={direction === 'unknown' ? 'quiet small' : ''}>{words.trend[direction]}</span>
        </td>
      )}
      <td role="cell" class={gap.taughtBy === 0 ? 'gap-taught is-none' : 'gap-taught'}>
        {isCoreSkill ? '' : words.taughtBy(gap.taughtBy)}
      </td>
      <td role="cell" class="gap-why no-print">
        {!isCoreSkill && (
          <button
            type="button"
            class="button small-one"
            aria-label={words.whyLabel(gap.skill.label)}
            onClick={() => {
              onWhy(gap.skill.id);
            }}
          >
            {words.why}
          </button>
        )}
      </td>
    </tr>
  );
}

export function BarLegend({ isSupplyKnown, max }: { isSupplyKnown: boolean; max: number }) {
  return (
    <p class="bar-legend">
      <span>
        <i class="is-gap" aria-hidden="true" />
        {words.legend.gap}
      </span>
      {isSupplyKnown && (
        <span>
          <i class="is-met" aria-hidden="true" />
          {words.legend.met}
        </span>
      )}
      <span>
        <i class="is-band" aria-hidden="true" />
        {words.legend.band}
      </span>
      <span>{words.axis(Math.round(max * 100))}</span>
    </p>
  );
}
