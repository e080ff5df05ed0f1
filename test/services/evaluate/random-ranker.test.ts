import { expect, it } from 'vitest';
import { rankAtRandom } from '../../../services/evaluate/random-ranker.ts';
import { spreadSample } from '../../../services/evaluate/spread-sample.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

it('ranks every id once, another way for each query, the same way for the same seed', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const [first, second] = rankAtRandom(ids, 2, seededRandom(1));
  expect(first?.toSorted()).toEqual(ids);
  expect(first).not.toEqual(second);
  expect(rankAtRandom(ids, 2, seededRandom(1))).toEqual([first, second]);
});

it('puts each id at each place equally often', () => {
  const firsts = rankAtRandom(['a', 'b', 'c'], 3000, seededRandom(2)).map(([id]) => id);
  for (const id of ['a', 'b', 'c']) {
    // 3,000 draws of 1/3: the standard deviation is 26.
    expect(Math.abs(firsts.filter((first) => first === id).length - 1000)).toBeLessThan(110);
  }
});

it('a spread sample reaches over all, in order, and takes all there are', () => {
  const all = Array.from({ length: 10 }, (_, at) => at);
  expect(spreadSample(all, 4)).toEqual([0, 2, 5, 7]);
  expect(spreadSample(all, 10)).toEqual(all);
  expect(spreadSample(all, 99)).toEqual(all);
  expect(spreadSample(all, Infinity)).toEqual(all);
});
