/**
 * Queries and judgements of a ranking of credentials: `{"id", "text"}` and `{"query", "credential", "gain"}`.
 *
 * A gain of 0 says "judged, and not relevant". Judgements of credentials that the catalogue does not hold are left
 * out and counted; queries without anything relevant are skipped and counted. Judgements of other queries are no
 * fault: one file may judge both halves of a split.
 */
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { readGoldLines } from './read-gold-lines.ts';

const Query = z.object({ id: z.string().min(1), text: z.string().trim().min(1) });
const Judgement = z.object({ query: z.string().min(1), credential: z.string().min(1), gain: z.number().min(0) });

export interface RankingQuery {
  id: string;
  text: string;
  /** Gains above 0 by credential id; at least one. */
  gains: ReadonlyMap<string, number>;
}

export interface RankingGold {
  queries: RankingQuery[];
  skippedQueries: number;
  /** Credentials judged for one of the queries that the catalogue lacks, each once. */
  unknownCredentials: string[];
}

/** @throws InvalidInputError for a line that does not fit, a repeated query, or when nothing relevant is left */
export async function readRankingGold(
  queriesFile: string,
  qrelsFile: string,
  credentialIds: ReadonlySet<string>,
): Promise<RankingGold> {
  const asked = await readGoldLines(queriesFile, Query, '{"id": "...", "text": "..."}');
  const textById = new Map<string, string>();
  for (const { line, record } of asked.lines) {
    if (textById.has(record.id)) {
      throw new InvalidInputError(
        `${queriesFile}, line ${line}: "id" repeats ${JSON.stringify(record.id)}; give each query its own id.`,
      );
    }
    textById.set(record.id, record.text);
  }
  const { gainsByQuery, unknownCredentials } = await readGains(qrelsFile, textById, credentialIds);
  const queries = [...textById].flatMap(([id, text]) => {
    const gains = gainsByQuery.get(id);
    return gains === undefined ? [] : [{ id, text, gains }];
  });
  if (queries.length === 0) {
    throw new InvalidInputError(
      `${qrelsFile} judges no credential of the catalogue relevant to a query of ${queriesFile}; check that "query" and "credential" hold their ids.`,
    );
  }
  return { queries, skippedQueries: textById.size - queries.length, unknownCredentials };
}

async function readGains(file: string, queries: ReadonlyMap<string, string>, credentialIds: ReadonlySet<string>) {
  const judged = new Map<string, number>();
  const gainsByQuery = new Map<string, Map<string, number>>();
  const unknown = new Set<string>();
  const example = '{"query": "...", "credential": "...", "gain": 1}';
  for (const { line, record } of (await readGoldLines(file, Judgement, example)).lines) {
    const { query, credential, gain } = record;
    const pair = JSON.stringify([query, credential]);
    const before = judged.get(pair);
    if (before !== undefined && before !== gain) {
      throw new InvalidInputError(
        `${file}, line ${line}: "gain" is ${gain} where an earlier line gives the same pair ${before}; keep one of them.`,
      );
    }
    judged.set(pair, gain);
    if (!queries.has(query) || gain === 0) continue;
    if (!credentialIds.has(credential)) {
      unknown.add(credential);
      continue;
    }
    const gains = gainsByQuery.get(query) ?? new Map<string, number>();
    gainsByQuery.set(query, gains.set(credential, gain));
  }
  return { gainsByQuery, unknownCredentials: [...unknown] };
}
