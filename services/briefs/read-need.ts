/** How often a skill is asked for as a must, as nice to have or without saying in, one word for the brief out. */
import type { Necessity } from '../domain/posting.ts';

/** `must` or `nice` when at least half of all askings say so; an employer that rarely says is `unstated`. */
export function readNeed(expectedCounts: Readonly<Partial<Record<Necessity, number>>>): Necessity {
  const { must = 0, nice = 0, unstated = 0 } = expectedCounts;
  const half = (must + nice + unstated) / 2;
  if (must > 0 && must >= half) return 'must';
  return nice > 0 && nice >= half ? 'nice' : 'unstated';
}
