import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySelection, withClosures, withoutCandidate } from '../../../services/credentials/stack-selection.ts';
import { withoutSuperfluous } from '../../../services/credentials/superfluous-members.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { instance, requestOf } from './stack-instances.ts';
import { euros, problemOf } from './stack-problems.ts';

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

  it('keeps what a member needs, and counts what that teaches against the others', () => {
    const problem = problemOf({
      gaps: [buildGap('a', 0.5), buildGap('b', 0.5)],
      credentials: [
        buildCredential('base', { price: euros(20), workloadHours: 1 }),
        buildCredential('more', { price: euros(10), workloadHours: 1 }),
        buildCredential('top', { price: euros(10), workloadHours: 1, prerequisiteIds: ['base'] }),
      ],
      coverages: [buildCoverage('base', 'a', 1), buildCoverage('more', 'a', 1), buildCoverage('top', 'b', 1)],
      constraints: {},
    });
    const all = withClosures(problem, emptySelection(problem), problem.candidates.keys());
    const { chosen } = withoutSuperfluous(problem, all);
    expect([...chosen].map((position) => problem.candidates[position]?.credential.id).sort()).toEqual(['base', 'top']);
  });
});
