import { expect, it } from 'vitest';
import { evaluateOccupations, type EvaluateOccupationsInput } from '../../../services/evaluate/evaluate-occupations.ts';
import { readOccupationGold } from '../../../services/evaluate/read-occupation-gold.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { jsonLines, wordVectors } from './word-vectors.ts';

const { write } = temporaryFolder();
const occupations = [
  { id: 'o:analyst', labels: ['systems analyst', 'business analyst'], iscoCode: '2511' },
  { id: 'o:developer', labels: ['software developer'], iscoCode: '2512' },
  { id: 'o:officer', labels: ['army officer'], iscoCode: '0110' },
  { id: 'o:other', labels: ['welder'], iscoCode: null },
];

async function evaluate(
  gold: readonly unknown[],
  answers: readonly string[],
  rest: Partial<EvaluateOccupationsInput> = {},
) {
  return evaluateOccupations({
    gold: await readOccupationGold(await write(`gold-${Math.random()}.jsonl`, jsonLines(gold))),
    occupations,
    linkOccupation: () => Promise.resolve(answers.map((occupationId) => ({ occupationId }))),
    embedder: wordVectors(['systems', 'business', 'analyst', 'software', 'developer', 'officer', 'welder']),
    randomFor: (name) => seededRandom(1, name),
    ...rest,
  });
}

it('compares ids as they are', async () => {
  const reply = await evaluate([{ title: 'Coder', occupation: 'o:developer' }], ['o:analyst', 'o:developer']);
  expect(reply).toMatchObject({ queries: 1, occupations: 4, hitAt1: 0, hitAt5: 1, mrr: 1 / 2 });
});

it.each([
  ['2511', 1],
  ['2512', 0],
  ['251', 1],
  ['2', 1],
  [2511, 1],
  ['http://data.europa.eu/esco/isco/C25', 1],
  ['01', 0],
])('compares the ISCO code %s on as many digits as it has', async (occupation, hitAt1) => {
  expect((await evaluate([{ title: 'Analyst', occupation }], ['o:analyst'])).hitAt1).toBe(hitAt1);
});

it('accepts any of several right answers', async () => {
  expect((await evaluate([{ title: 'Coder', occupation: ['0110', 'o:developer'] }], ['o:developer'])).hitAt1).toBe(1);
});

it('skips titles whose occupation the taxonomy lacks, and counts both', async () => {
  const reply = await evaluate(
    [
      { title: 'Coder', occupation: 'o:developer' },
      { title: 'Nurse', occupation: '2221' },
      { title: 'Midwife', occupation: ['2221', 'o:gone'] },
    ],
    ['o:developer'],
  );
  expect(reply).toMatchObject({ queries: 1, skippedQueries: 2, unknownOccupations: 2, hitAt1: 1 });
  expect(reply.unknownOccupationExamples).toEqual(['2221', 'o:gone']);
});

it('hands title, description and language to the linker', async () => {
  const seen: unknown[] = [];
  await evaluate(
    [
      { title: ' Coder ', occupation: 'o:developer' },
      { title: 'Spawacz', description: 'Spawanie.', language: 'pl', occupation: 'o:other' },
    ],
    [],
    { linkOccupation: (posting) => Promise.resolve(seen.push(posting)).then(() => []) },
  );
  expect(seen).toEqual([
    { title: 'Coder', description: null, language: null },
    { title: 'Spawacz', description: 'Spawanie.', language: 'pl' },
  ]);
});

it('ranks the baselines by the nearest of all labels', async () => {
  const { baselines } = await evaluate([{ title: 'Business analyst', occupation: '2511' }], []);
  expect(baselines.charTfidf.hitAt1).toBe(1);
  expect(baselines.labelOnly.hitAt1).toBe(1);
});

it('names line and field of what does not fit', async () => {
  await expect(evaluate([{ title: 'Coder' }], [])).rejects.toThrow(/line 1: "occupation" is wrong/);
  await expect(evaluate([{ title: 'Nurse', occupation: '2221' }], [])).rejects.toThrow(/none of its 1 titles/);
});
