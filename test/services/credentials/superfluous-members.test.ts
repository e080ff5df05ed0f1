import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySelection, withClosures, withoutCandidate } from '../../../services/credentials/stack-selection.ts';
import { withoutSuperfluous } from '../../../services/credentials/superfluous-members.ts';
import { instance, requestOf } from './stack-instances.ts';
import { problemOf } from './stack-problems.ts';

describe('withoutSuperfluous', () => {
  it('leaves out what summing the whole selection again without it leaves out', () => {
    let leftOut = 0;
    fc.assert(
      fc.property(instance, (spec) => {
        const problem = problemOf(requestOf(spec));
        const all = withClosures(problem, emptySelection(problem), problem.candidates.keys());
        let summed = all;
        for (const position of all.chosen) {
          if (!summed.chosen.has(position)) continue;
          const rest = withoutCandidate(problem, summed, position);
          if (rest.value >= summed.value - 1e-12) summed = rest;
        }
        const quick = withoutSuperfluous(problem, all);
        expect([...quick.chosen].sort()).toEqual([...summed.chosen].sort());
        expect(quick.value).toBeCloseTo(all.value, 12);
        leftOut += all.chosen.size - quick.chosen.size;
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(leftOut).toBeGreaterThan(10);
  });
});
