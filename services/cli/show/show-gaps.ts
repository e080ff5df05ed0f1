/** A gaps reply for people. */
import type { GapReply, GapsReply } from '../../domain/reply.ts';
import { header } from './header.ts';
import { outOf100, quote } from '../../documents/show-values.ts';
import { table } from './table.ts';

export function showGaps(reply: GapsReply, quotesPerGap: number): string {
  const question = `What is asked for and missing: ${reply.scopeLabel}`;
  if (reply.suppressed !== null)
    return `${header(question, reply)}\nWiden the scope: a larger region, a group of occupations, or a longer window.`;
  if (reply.gaps.length === 0)
    return `${header(question, reply)}\nNo skill is asked for by two or more of these postings.`;
  const hasSupply = reply.gaps.some((gap) => gap.supplyShare !== null);
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'skill', max: 48 },
    { title: hasSupply ? 'gap' : 'asked for by' },
    ...(hasSupply ? [{ title: 'asked for by' }, { title: 'held', max: 20 }] : []),
    { title: 'must', align: 'right' as const },
    { title: 'vs wider', align: 'right' as const },
    { title: 'taught by', align: 'right' as const },
    { title: 'trend' },
  ];
  const rows = reply.gaps.map((gap, at) => ({
    cells: [
      String(at + 1),
      labelOf(gap, reply),
      outOf100(gap.gapShare, gap.gapInterval),
      ...(hasSupply ? [outOf100(gap.demandShare, gap.demandInterval), held(gap)] : []),
      (100 * gap.mustHaveShare).toFixed(0),
      gap.specificity === null ? '' : `${gap.specificity >= 0 ? '+' : ''}${gap.specificity.toFixed(1)}`,
      gap.taughtBy === 0 ? 'none' : String(gap.taughtBy),
      gap.trend === null || gap.trend.direction === 'stable' ? '' : gap.trend.direction,
    ],
    below: gap.evidence
      .slice(0, quotesPerGap)
      .map(
        (row) =>
          `${quote(row.quote, row.start, row.end)} - ${[row.employer, row.postedOn].filter((part) => part !== null).join(', ')}`,
      ),
  }));
  return [
    header(question, reply),
    '',
    table(columns, rows),
    '',
    'must: of 100 postings that say it is a must; vs wider: doublings of the share against the wider scope; taught by: credentials.',
  ].join('\n');
}

/** A skill of an own list says so where most skills are of another framework. */
function labelOf({ skill }: GapReply, { taxonomy }: GapsReply): string {
  const isOfList = taxonomy.lists?.some(({ name }) => name === skill.framework) === true;
  return isOfList ? `${skill.label} (${skill.framework})` : skill.label;
}

function held({ supplyShare, supplyState }: GapReply): string {
  if (supplyShare === null) return 'unknown';
  return supplyShare === 0 ? 'no' : `${(100 * supplyShare).toFixed(0)} % ${supplyState}`;
}
