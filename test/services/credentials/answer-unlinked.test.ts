import { expect, it } from 'vitest';
import { answerUnlinked, MIN_OUTCOME_SIMILARITY } from '../../../services/credentials/answer-unlinked.ts';
import { toSimilarity } from '../../../services/domain/units.ts';

const near = (credentialId: string, text: string, similarity: number) => ({
  credentialId,
  outcome: { text, source: 'learning outcome' as const },
  similarity: toSimilarity(similarity),
});

it('names for each credential its nearest outcome, and what most postings say first', () => {
  const answers = answerUnlinked([
    { text: 'log file analysis', postingCount: 2, nearOutcomes: [near('a', 'grep', 0.7), near('a', 'awk', 0.8)] },
    { text: 'decent copywriting', postingCount: 5, nearOutcomes: [near('b', 'edit copy', 0.65), near('a', 'x', 0.61)] },
  ]);
  expect(answers.map(({ credentialId }) => credentialId)).toEqual(['a', 'b']);
  expect(answers[0]?.unlinkedRequirements.map(({ quote, outcome }) => [quote, outcome.text])).toEqual([
    ['decent copywriting', 'x'],
    ['log file analysis', 'awk'],
  ]);
});

it('takes an outcome from the floor on and none below it', () => {
  const answersAt = (similarity: number) =>
    answerUnlinked([{ text: 'x', postingCount: 1, nearOutcomes: [near('a', 'y', similarity)] }]).length;
  expect(answersAt(MIN_OUTCOME_SIMILARITY)).toBe(1);
  expect(answersAt(MIN_OUTCOME_SIMILARITY - 1e-6)).toBe(0);
});

it('lists credentials of the same weight by id', () => {
  const nearOutcomes = [near('b', 'y', 0.9), near('a', 'y', 0.7)];
  const answers = answerUnlinked([{ text: 'x', postingCount: 1, nearOutcomes }]);
  expect(answers.map(({ credentialId }) => credentialId)).toEqual(['a', 'b']);
});
