/**
 * What every text ranking has in common: documents in once, then for each query the nearest documents, nearest first.
 *
 * `value` only orders the documents of one query by one ranker: it is no probability and compares with nothing else.
 */
import { compareIds } from '../domain/units.ts';

export interface TextDocument {
  /** Documents that share an id are one thing with several texts; its best text counts. */
  id: string;
  text: string;
}

export interface RankedText {
  id: string;
  value: number;
}

export interface TextRanker {
  /** At most `limit` distinct ids that share anything with the query, largest value first; ties break on the id. */
  rank: (query: string, limit: number) => RankedText[];
}

/** The best distinct ids, from a value for each document. Values not above `floor` are left out. */
export function rankByValue(
  documents: readonly TextDocument[],
  values: ArrayLike<number>,
  limit: number,
  floor = -Infinity,
): RankedText[] {
  const bestById = new Map<string, number>();
  documents.forEach(({ id }, at) => {
    const value = values[at] ?? floor;
    if (value > floor && value > (bestById.get(id) ?? floor)) bestById.set(id, value);
  });
  return Array.from(bestById, ([id, value]) => ({ id, value }))
    .sort((a, b) => b.value - a.value || compareIds(a.id, b.id))
    .slice(0, limit);
}
