/** The baseline that knows nothing: every document in an order drawn for each query. */
import type { Random } from './bootstrap-interval.ts';

/** @returns a ranking of all ids for each of `count` queries: the shuffle of Fisher and Yates */
export function rankAtRandom(ids: readonly string[], count: number, random: Random): string[][] {
  return Array.from({ length: count }, () => {
    const shuffled = [...ids];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [shuffled[last], shuffled[other]] = [shuffled[other] ?? '', shuffled[last] ?? ''];
    }
    return shuffled;
  });
}
