/** Numbers as the report writes them: shares without the zero before the point, intervals in brackets. */
import type { Interval } from '../../../services/domain/units.ts';
import type { CountedShare } from '../../../services/evaluate/summarise-judgements.ts';
import type { Measure } from '../section-result.ts';

/** .655 for 0.655; 1.000 stays. */
export function showShare(value: number, digits = 3): string {
  return value.toFixed(digits).replace(/^(-?)0\./, '$1.');
}

function showInterval([low, high]: Interval, digits: number): string {
  return `(${showShare(low, digits)}–${showShare(high, digits)})`;
}

/** ".655 (.601–.710)"; a dash where the measure is not defined or was not measured. */
export function showMeasure(measure: Measure | undefined): string {
  if (measure?.value == null) return '–';
  const value = showShare(measure.value);
  return measure.interval === null ? value : `${value} ${showInterval(measure.interval, 3)}`;
}

/** "2 of 40: .05 (.02–.14)". */
export function showCounted({ count, total, share, interval }: CountedShare): string {
  return `${count} of ${total}: ${showShare(share, 2)} ${showInterval(interval, 2)}`;
}

/** Two digits are what a second run repeats. */
export function showSpeed(perSecond: number): string {
  return Number(perSecond.toPrecision(2)).toLocaleString('en-US');
}
