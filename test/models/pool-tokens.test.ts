import { expect, it } from 'vitest';
import { meanOfTokens } from '../../models/pool-tokens.ts';

// Two texts of two tokens in two dimensions.
const tokens = Float32Array.of(1, 0, 1, 8, 3, 0, 0, 3);

it('is the mean over the tokens of one text, scaled to length 1', () => {
  const vector = meanOfTokens(tokens, 0, 2, 2);
  expect(vector[0]).toBeCloseTo(2 / Math.hypot(2, 8));
  expect(vector[1]).toBeCloseTo(8 / Math.hypot(2, 8));
});

it('does not look at the texts beside it', () => {
  expect(meanOfTokens(tokens, 1, 2, 2)).toEqual(meanOfTokens(tokens.slice(4), 0, 2, 2));
});

it('leaves a zero sum zero instead of dividing by it', () => {
  expect(meanOfTokens(Float32Array.of(1, -1, -1, 1), 0, 2, 2)).toEqual(Float32Array.of(0, 0));
});
