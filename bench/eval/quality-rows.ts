/** Summaries of the evaluations into rows of the report. */
import type { Interval } from '../../services/domain/units.ts';
import type { Exposure, Measure, QualityRow } from './section-result.ts';

/** What all rows of one measured set have in common. */
export type MeasuredSet = Pick<QualityRow, 'set' | 'split' | 'n' | 'unit'>;

interface Summary {
  intervals: Record<string, Interval>;
}

/**
 * A row for the product and one for each baseline.
 *
 * @param names our field -> what the report calls it, in the order of the columns
 * @param baselineNames key of the evaluation -> what it is
 */
export function qualityRows(
  set: MeasuredSet,
  product: { system: string; exposure: Exposure },
  evaluation: Summary & { baselines: Record<string, Summary> },
  names: Readonly<Record<string, string>>,
  baselineNames: Readonly<Record<string, string>>,
): QualityRow[] {
  return [
    { ...set, ...product, measures: measuresOf(evaluation, names) },
    ...Object.entries(evaluation.baselines).map(([key, baseline]) => ({
      ...set,
      system: baselineNames[key] ?? key,
      exposure: 'baseline' as const,
      measures: measuresOf(baseline, names),
    })),
  ];
}

/** The measures of a summary under the names of the report. */
export function measuresOf(summary: Summary, names: Readonly<Record<string, string>>): Measure[] {
  const values = new Map<string, unknown>(Object.entries(summary));
  return Object.entries(names).map(([field, name]) => {
    const value = values.get(field);
    return { name, value: typeof value === 'number' ? value : null, interval: summary.intervals[field] ?? null };
  });
}

/** Baselines are the same for both modes of the linker: rows that repeat one are left out. */
export function withoutRepeats(rows: readonly QualityRow[]): QualityRow[] {
  const seen = new Set<string>();
  return rows.filter(({ set, split, system }) => {
    const key = JSON.stringify([set, split, system]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
