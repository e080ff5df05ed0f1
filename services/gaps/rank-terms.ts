/**
 * How telling a term is for a scope: how often it is said there, times how much more often than elsewhere.
 *
 * Pointwise Kullback-Leibler divergence of the share of postings, p * log2(p / q): the "informativeness" of Tomokiyo and
 * Hurst, A language model approach to keyphrase extraction (2003), over postings instead of words, so that an
 * advert that says a term ten times says it once.
 */

export interface TermCounts {
  /** Postings of the scope that say the term, of so many. */
  postingCount: number;
  n: number;
  /** Postings elsewhere that say it, of so many; 0 of 0 where there is nothing elsewhere. */
  elsewhereCount: number;
  elsewhere: number;
}

/**
 * log2 of the share here over the share elsewhere; null where there is nothing elsewhere.
 *
 * Half a posting is added to what is said elsewhere (and one to all), as Jeffreys' prior does: never said among 20 is not never.
 */
export function termSpecificity({ postingCount, n, elsewhereCount, elsewhere }: TermCounts): number | null {
  if (elsewhere === 0) return null;
  return Math.log2(postingCount / n / ((elsewhereCount + 0.5) / (elsewhere + 1)));
}

/** Higher is more telling; 0 and less for what is said as often elsewhere. Where there is nothing elsewhere, the share alone. */
export function termInformativeness(counts: TermCounts): number {
  const share = counts.postingCount / counts.n;
  return share * (termSpecificity(counts) ?? 1);
}
