/**
 * Two lists of verdicts on the same things in, how far they agree beyond chance out.
 *
 * Cohen 1960, "A coefficient of agreement for nominal scales": (observed - expected) / (1 - expected), where expected is
 * how often two readers with these frequencies would agree by chance. 1: always; 0: as often as by chance; below 0: less.
 */
export interface Agreement {
  /** Part of the things with the same verdict, 0 to 1. */
  observed: number;
  /** NaN where both give one verdict only and the same: chance alone explains that. */
  kappa: number;
}

/** Throws a RangeError for lists of different lengths, or empty ones. */
export function cohenKappa(first: readonly string[], second: readonly string[]): Agreement {
  const n = first.length;
  if (n === 0 || n !== second.length) throw new RangeError(`Two lists of the same things: ${n} and ${second.length}.`);
  const observed = first.filter((verdict, at) => verdict === second[at]).length / n;
  const countOf = (verdicts: readonly string[], wanted: string) => verdicts.filter((one) => one === wanted).length;
  const expected = [...new Set(first)].reduce(
    (sum, verdict) => sum + (countOf(first, verdict) * countOf(second, verdict)) / n ** 2,
    0,
  );
  return { observed, kappa: (observed - expected) / (1 - expected) };
}
