/**
 * Posting titles in, their occupations out: word for word where a label says so, otherwise the nearest, and none when
 * nothing is near.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { OccupationSpace } from './occupation-space.ts';
import { compareTitles, exactRow, type Title } from './rank-occupations.ts';
import { isUntelling } from './telling-titles.ts';

/**
 * Below this nearness a title says nothing the taxonomy knows: the posting then belongs to no occupation. Chosen by reading
 * 60 titles of seven sources: docs/adr/0020-linking-titles.md.
 */
const MIN_NEARNESS = 0.5;

export interface LinkedOccupation {
  occupationId: string;
  /** 1 for a label word for word or a title that tells of it, otherwise the nearness, 0 to 1: no probability. */
  confidence: number;
  iscoCode: string | null;
}

/** The occupation of each title, or null when none is near or the title names no trade. Titles that come again are compared once. */
export async function linkOccupations(
  titles: readonly Title[],
  space: OccupationSpace,
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<(LinkedOccupation | null)[]> {
  if (space.occupations.size === 0) return titles.map(() => null);
  const keyOf = ({ title, language }: Title) => JSON.stringify([title, language]);
  const distinct = [...new Map(titles.map((title) => [keyOf(title), title])).values()].filter(
    ({ title }) => !isUntelling(title),
  );
  const rows = distinct.map(({ title }) => exactRow(title, space));
  const found = new Map<string, LinkedOccupation | null>();
  const link = (title: Title, row: number, confidence: number) => {
    const occupationId = space.occupationIds[row] ?? '';
    const iscoCode = space.occupations.get(occupationId)?.iscoCode ?? null;
    found.set(keyOf(title), { occupationId, confidence: Number(confidence.toFixed(4)), iscoCode });
  };
  distinct.forEach((title, at) => {
    const row = rows[at] ?? -1;
    if (row >= 0) link(title, row, 1);
  });
  const unknown = distinct.filter((_, at) => rows[at] === -1);
  await compareTitles(
    unknown,
    space,
    embedder,
    (at, nearness) => {
      const title = unknown[at];
      // Rows are in the order of the ids: the first of equals is the one that a ranking has first.
      const row = nearness.indexOf(Math.max(...nearness));
      if (title !== undefined && (nearness[row] ?? 0) >= MIN_NEARNESS) link(title, row, nearness[row] ?? 0);
    },
    signal,
  );
  return titles.map((title) => found.get(keyOf(title)) ?? null);
}
