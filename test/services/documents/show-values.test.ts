import { describe, expect, it } from 'vitest';
import { leftOut } from '../../../services/documents/show-values.ts';

describe('what a plan left out', () => {
  it('is said with its reasons, and how what is unknown would count', () => {
    expect(leftOut({ 'unknown price': 1677, 'other currency': 2, 'unknown hours': 0 })).toBe(
      'Left out of the search: 1,677 (unknown price), 2 (other currency). What has no known price cannot be held to such a limit; without the limit it counts.',
    );
    expect(leftOut({ 'unknown price': 1, 'unknown hours': 3 })).toMatch(/no known price or hours cannot be held/);
  });

  it('has no such way out where nothing is unknown, and is not said where it is nothing', () => {
    expect(leftOut({ 'other currency': 1, 'unknown price': 0 })).toBe('Left out of the search: 1 (other currency).');
    expect(leftOut({ 'unknown price': 0 })).toBeUndefined();
    expect(leftOut({})).toBeUndefined();
  });
});
