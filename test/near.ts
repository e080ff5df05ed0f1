/** A number as good as equal, for use inside expected objects: vitest types its own matcher as any. */
import { expect } from 'vitest';

export function near(value: number, digits = 12): unknown {
  return expect.closeTo(value, digits);
}
