/**
 * Judgements in, counts and shares with 90 % intervals out.
 *
 * The intervals say what a larger sample of the same kind could have shown; they know nothing of how the sample was drawn.
 */
import { groupBy } from '../domain/group-by.ts';
import { compareIds, type Interval } from '../domain/units.ts';
import { Verdict, type JudgedLink } from './read-judged-links.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A part of a whole that was counted. */
export interface CountedShare {
  count: number;
  total: number;
  /** 0 to 1. */
  share: number;
  /** Wilson, 90 %. */
  interval: Interval;
}

export interface JudgementSummary {
  /** Null for all sources together. */
  source: string | null;
  linkerVersion: number;
  postings: number;
  verdicts: Record<Verdict, CountedShare>;
  /** Links that stand in a sentence which asks for nothing, whatever the verdict. */
  inBoilerplate: CountedShare;
}

/** @throws RangeError for a total of 0 */
export function countShare(count: number, total: number): CountedShare {
  return { count, total, share: count / total, interval: wilsonInterval(count, total) };
}

/**
 * For each version of the linker, the newest first, all sources together and then each; links of two versions are never
 * added up. All sources together only where there is more than one.
 */
export function summariseJudgements(links: readonly JudgedLink[]): JudgementSummary[] {
  const byVersion = [...groupBy(links, ({ linkerVersion }) => linkerVersion)].sort(([a], [b]) => b - a);
  return byVersion.flatMap(([linkerVersion, some]) => {
    const bySource = [...groupBy(some, ({ source }) => source)].sort(([a], [b]) => compareIds(a, b));
    return [
      ...(bySource.length > 1 ? [summarise(null, linkerVersion, some)] : []),
      ...bySource.map(([source, ofSource]) => summarise(source, linkerVersion, ofSource)),
    ];
  });
}

function summarise(source: string | null, linkerVersion: number, links: readonly JudgedLink[]): JudgementSummary {
  const share = (counts: (link: JudgedLink) => boolean) => countShare(links.filter(counts).length, links.length);
  const shareOf = (verdict: Verdict) => share((link) => link.verdict === verdict);
  return {
    source,
    linkerVersion,
    postings: new Set(links.map((link) => JSON.stringify([link.source, link.postingId]))).size,
    verdicts: { right: shareOf('right'), wrong: shareOf('wrong'), inappropriate: shareOf('inappropriate') },
    inBoilerplate: share(({ isBoilerplate }) => isBoilerplate),
  };
}
