/**
 * A share as a bar: the part already met in one tone, the part missing in another, the range behind both as a lighter
 * band. The same numbers always stand beside it as text, so the picture is hidden from screen readers.
 */
import './share-bar.css';

interface ShareBarProps {
  demandShare: number;
  interval: readonly [number, number];
  /** 0 to 1 of the demand; null where nobody knows. */
  supplyShare: number | null;
  /** The share at the right end. */
  max: number;
}

export function ShareBar({ demandShare, interval: [low, high], supplyShare, max }: ShareBarProps) {
  const x = (share: number) => (Math.min(share, max) / max) * 100;
  const met = demandShare * (supplyShare ?? 0);
  return (
    <svg class="share-bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="share-bar-track" x="0" y="9" width="100" height="2" />
      <rect class="share-bar-band" x={x(low)} y="3" width={Math.max(x(high) - x(low), 0.6)} height="14" />
      <rect class="share-bar-gap" x={x(met)} y="6" width={Math.max(x(demandShare) - x(met), 0)} height="8" />
      <rect class="share-bar-met" x="0" y="6" width={x(met)} height="8" />
    </svg>
  );
}

/** The right end of a list of bars: the widest range, rounded up to a tenth so that two lists are easily compared. */
export function barMax(intervals: readonly (readonly [number, number])[]): number {
  const widest = Math.max(0.1, ...intervals.map(([, high]) => high));
  return Math.min(1, Math.ceil(widest * 10) / 10);
}
