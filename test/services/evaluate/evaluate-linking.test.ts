import { expect, it } from 'vitest';
import { evaluateLinking, type EvaluateLinkingInput } from '../../../services/evaluate/evaluate-linking.ts';
import { readLabels } from '../../../services/evaluate/linking-targets.ts';
import { readLinkingGold } from '../../../services/evaluate/read-linking-gold.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { jsonLines, wordVectors } from './word-vectors.ts';

const { write } = temporaryFolder();
const skills = ['weld steel', 'paint walls', 'teach children', 'drive'].map((label) => ({ id: `u:${label}`, label }));

/** A linker that answers every sentence with the same candidates. */
const always =
  (...candidates: [string, number][]): EvaluateLinkingInput['rankSkills'] =>
  (sentences) =>
    Promise.resolve(
      sentences.map(() => candidates.map(([label, confidence]) => ({ skillId: `u:${label}`, confidence }))),
    );

async function evaluate(gold: readonly unknown[], rest: Partial<EvaluateLinkingInput> = {}) {
  let now = 0;
  return evaluateLinking({
    gold: await readLinkingGold(await write(`gold-${Math.random()}.jsonl`, jsonLines(gold))),
    skills,
    rankSkills: always(),
    embedder: wordVectors(['weld', 'steel', 'paint', 'walls', 'teach', 'children', 'drive']),
    randomFor: (name) => seededRandom(1, name),
    nowMs: () => (now += 500),
    ...rest,
  });
}

it('measures the ranking as it was given', async () => {
  const reply = await evaluate(
    [
      { text: 'You teach children and drive.', skills: ['teach children', 'u:drive'] },
      { text: 'You weld steel.', skills: ['weld steel'] },
    ],
    { rankSkills: always(['paint walls', 0.2], ['drive', 0.9], ['teach children', 0.1]) },
  );
  expect(reply).toMatchObject({ queries: 2, skippedQueries: 0, unknownLabels: 0, targets: 4 });
  expect(reply.mrr).toBe((1 / 2 + 0) / 2);
  expect(reply.rpAt1).toBe(0);
  expect(reply.rpAt5).toBe((2 / 2 + 0) / 2);
  expect(reply.rpAt10).toBe(0.5);
});

it('skips sentences without a known label and counts labels it does not know once', async () => {
  const reply = await evaluate([
    { text: 'You weld.', skills: ['weld steel ', 'weld steel', 'Kubernetes', 'LABEL NOT PRESENT'] },
    { text: 'You code.', skills: ['Kubernetes', 'Go'] },
    { text: 'We are nice.', skills: [] },
    { text: 'We are nicer.', skills: ['UNK'] },
  ]);
  expect(reply).toMatchObject({ queries: 1, skippedQueries: 3, unknownLabels: 2 });
  expect(reply.unknownLabelExamples).toEqual(['Kubernetes', 'Go']);
});

it('counts a label given twice once in R', async () => {
  const reply = await evaluate([{ text: 'You weld.', skills: ['weld steel', 'weld steel '] }], {
    rankSkills: always(['weld steel', 1]),
  });
  expect(reply.rpAt5).toBe(1);
});

it('ranks only targets, each once, and the product gains nothing by repeating', async () => {
  const labelsFile = await write('labels.txt', 'paint walls\ndrive\nteach children\nfly\n');
  const reply = await evaluate([{ text: 'You drive and paint walls.', skills: ['drive', 'paint walls'] }], {
    labels: await readLabels(labelsFile),
    rankSkills: always(['weld steel', 0.9], ['drive', 0.8], ['drive', 0.7], ['paint walls', 0.6]),
  });
  expect(reply).toMatchObject({ targets: 3, missingTargets: 1, missingTargetExamples: ['fly'], mrr: 1, rpAt5: 1 });
  expect(reply.calibration.allCandidates.predictions).toBe(2);
});

it('sets the baselines beside it, on the same targets', async () => {
  const reply = await evaluate([{ text: 'Paint the walls, weld steel!', skills: ['paint walls', 'weld steel'] }]);
  expect(reply).toMatchObject({
    mrr: 0,
    baselines: { tfidf: { mrr: 1, rpAt5: 1 }, labelOnly: { mrr: 1, rpAt5: 1 }, bm25: { mrr: 1, rpAt5: 1 } },
  });
  // All four targets are ranked, so both right ones are among the first five whatever the order.
  expect(reply.baselines.random.rpAt5).toBe(1);
});

it('compares confidences with what came true, of all candidates and of the first', async () => {
  const reply = await evaluate([{ text: 'You drive.', skills: ['drive'] }], {
    rankSkills: always(['drive', 0.75], ['paint walls', 0.25]),
  });
  expect(reply.ece).toBeCloseTo(0.25);
  expect(reply.calibration.topCandidate).toEqual({ predictions: 1, equalWidth: 0.25, equalMass: 0.25 });
});

it('times the linker alone', async () => {
  const gold = ['a', 'b', 'c'].map((text) => ({ text, skills: ['drive'] }));
  expect((await evaluate(gold)).sentencesPerSecond).toBe(6);
});

it('gives the same bytes for the same seed', async () => {
  const gold = [
    { text: 'You drive.', skills: ['drive'] },
    { text: 'You weld.', skills: ['weld steel'] },
    { text: 'You paint.', skills: ['paint walls'] },
  ];
  const rankSkills = always(['drive', 0.75], ['paint walls', 0.25]);
  const first = await evaluate(gold, { rankSkills });
  expect(JSON.stringify(await evaluate(gold, { rankSkills }))).toBe(JSON.stringify(first));
  expect(first.intervals.mrr[0]).toBeLessThan(first.mrr);
  expect(first.intervals.mrr[1]).toBeGreaterThan(first.mrr);
});

it('names line and field of what does not fit', async () => {
  await expect(
    evaluate([
      { text: 'You drive.', skills: ['drive'] },
      { text: 'x', skills: 'drive' },
    ]),
  ).rejects.toThrow(
    /gold-.*\.jsonl, line 2: "skills" is wrong \(.*\); write \{"text": "...", "skills": \["label or URI"\]\}\.$/,
  );
  await expect(evaluate([{ text: ' ', skills: [] }])).rejects.toThrow(/line 1: "text" is wrong/);
  await expect(evaluate([{ text: 'You code.', skills: ['Go'] }])).rejects.toThrow(
    /none of its 1 sentences has a label among the targets, such as "Go"/,
  );
});
