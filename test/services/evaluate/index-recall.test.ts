import { expect, it } from 'vitest';
import { measureIndexRecall } from '../../../services/evaluate/index-recall.ts';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const angle = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const entries = Array.from({ length: 20 }, (_, at) => ({ id: `e${at}`, vector: angle(at * 3) }));
const exact = buildExactIndex(entries, 2);
const randomFor = (name: string) => seededRandom(1, name);

it('is 1 for the exact index itself', () => {
  const quality = measureIndexRecall(exact, exact, [angle(0), angle(30)], randomFor);
  expect(quality).toMatchObject({ recallAt1: 1, recallAt10: 1, wholeTenShare: 1 });
});

it('counts what is missing, for each query', () => {
  // Without e0 it misses one of the ten nearest to 0 degrees, the nearest, and none near 57.
  const lossy = buildExactIndex(entries.slice(1), 2);
  const quality = measureIndexRecall(lossy, exact, [angle(0), angle(57)], randomFor);
  expect(quality.recallAt10).toBeCloseTo((0.9 + 1) / 2);
  expect(quality).toMatchObject({ recallAt1: 0.5, wholeTenShare: 0.5 });
});
