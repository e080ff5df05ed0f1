import { describe, expect, it } from 'vitest';
import { evaluateRanking, type EvaluateRankingInput } from '../../../services/evaluate/evaluate-ranking.ts';
import { readRankingGold } from '../../../services/evaluate/read-ranking-gold.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { jsonLines, wordVectors } from './word-vectors.ts';

const { write } = temporaryFolder();
const credential = (id: string, title: string, description: string | null = null, outcome?: string) => ({
  id,
  title,
  description,
  learningOutcomes: outcome === undefined ? [] : [{ text: outcome, relatedSkillIds: [] }],
});
const credentials = [
  credential('c1', 'Metal work', 'Weld steel.'),
  credential('c2', 'Art', null, 'Paint walls.'),
  credential('c3', 'Pedagogy', 'Teach children.', 'Paint.'),
];
const queries = [
  { id: 'q1', text: 'paint' },
  { id: 'q2', text: 'weld steel' },
];

async function evaluate(
  qrels: readonly unknown[],
  rest: Partial<EvaluateRankingInput> & { queries?: readonly unknown[] } = {},
) {
  return evaluateRanking({
    credentials,
    gold: await readRankingGold(
      await write(`queries-${Math.random()}.jsonl`, jsonLines(rest.queries ?? queries)),
      await write(`qrels-${Math.random()}.jsonl`, jsonLines(qrels)),
      new Set(credentials.map(({ id }) => id)),
    ),
    rankCredentials: () =>
      Promise.resolve(['c3', 'c1', 'c3', 'c2'].map((credentialId) => ({ credentialId, value: 1 }))),
    embedder: wordVectors(['weld', 'steel', 'paint', 'walls', 'teach', 'children']),
    randomFor: (name) => seededRandom(1, name),
    ...rest,
  });
}

it('measures the ranking as it was given, repetitions counted once', async () => {
  const reply = await evaluate([
    { query: 'q1', credential: 'c2', gain: 2 },
    { query: 'q1', credential: 'c3', gain: 1 },
    { query: 'q2', credential: 'c1', gain: 1 },
  ]);
  const ndcg = (1 + 2 / Math.log2(4)) / (2 + 1 / Math.log2(3));
  expect(reply).toMatchObject({ queries: 2, skippedQueries: 0, credentials: 3, unknownCredentials: 0 });
  expect(reply.mrr).toBe((1 + 1 / 2) / 2);
  expect(reply.map).toBeCloseTo(((1 + 2 / 3) / 2 + 1 / 2) / 2);
  expect(reply.ndcgAt10).toBeCloseTo((ndcg + 1 / Math.log2(3)) / 2);
  expect(reply.recallAt50).toBe(1);
});

it('sets BM25 and bare vectors beside it, which read title, description and outcomes', async () => {
  const { baselines } = await evaluate([
    { query: 'q1', credential: 'c2', gain: 1 },
    { query: 'q1', credential: 'c3', gain: 1 },
    { query: 'q2', credential: 'c1', gain: 1 },
  ]);
  expect(baselines.bm25).toMatchObject({ mrr: 1, map: 1 });
  expect(baselines.dense).toMatchObject({ mrr: 1, map: 1 });
});

it('counts queries without an answer and answers without a credential', async () => {
  const reply = await evaluate([
    { query: 'q1', credential: 'c2', gain: 1 },
    { query: 'q1', credential: 'gone', gain: 1 },
    { query: 'q2', credential: 'gone', gain: 1 },
    { query: 'q2', credential: 'c1', gain: 0 },
    { query: 'other half', credential: 'c1', gain: 1 },
  ]);
  expect(reply).toMatchObject({ queries: 1, skippedQueries: 1, unknownCredentials: 1 });
  expect(reply.unknownCredentialExamples).toEqual(['gone']);
  expect(reply.mrr).toBe(1 / 3);
});

describe('refuses, naming line and field', () => {
  it('a judgement that does not fit or contradicts an earlier one', async () => {
    await expect(evaluate([{ query: 'q1', credential: 'c2', gain: -1 }])).rejects.toThrow(/line 1: "gain" is wrong/);
    await expect(
      evaluate([
        { query: 'q1', credential: 'c2', gain: 1 },
        { query: 'q1', credential: 'c2', gain: 2 },
      ]),
    ).rejects.toThrow(/line 2: "gain" is 2 where an earlier line gives the same pair 1/);
  });

  it('a query id given twice, and files that have nothing to do with each other', async () => {
    await expect(evaluate([], { queries: [...queries, ...queries] })).rejects.toThrow(/line 3: "id" repeats "q1"/);
    await expect(evaluate([{ query: 'x', credential: 'c1', gain: 1 }])).rejects.toThrow(/judges no credential/);
  });
});
