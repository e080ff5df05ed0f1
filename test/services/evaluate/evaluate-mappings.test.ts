import { expect, it } from 'vitest';
import { evaluateMappings } from '../../../services/evaluate/evaluate-mappings.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const labels = [
  { id: 'weld', text: 'Schweißen' },
  { id: 'paint', text: 'Malen' },
  { id: 'sing', text: 'Singen' },
];
const name = (text: string, ...skills: string[]) => ({ text, relevant: new Set(skills) });
const randomFor = (measure: string) => seededRandom(1, measure);

it('counts a name without an answer as never found, and says how many have one', async () => {
  const evaluation = await evaluateMappings({
    names: [name('Schweißtechnik', 'weld'), name('Gesang', 'sing', 'paint'), name('Lackieren', 'paint')],
    labels,
    linkNames: () => Promise.resolve([['weld'], ['weld', 'sing', 'sing'], []]),
    randomFor,
  });
  expect(evaluation).toMatchObject({ queries: 3, hitAt1: 1 / 3, hitAt5: 2 / 3, answeredShare: 2 / 3 });
  expect(evaluation.mrr).toBeCloseTo((1 + 1 / 2 + 0) / 3);
  // Repeated links count once: weld; weld, sing.
  expect(evaluation.linkPrecision).toBeCloseTo(2 / 3);
});

it('sets character TF-IDF beside it, on the same labels', async () => {
  const { baselines } = await evaluateMappings({
    names: [name('Schweißer', 'weld')],
    labels,
    linkNames: () => Promise.resolve([[]]),
    randomFor,
  });
  expect(baselines.charTfidf).toMatchObject({ hitAt1: 1, mrr: 1, answeredShare: 1 });
});
