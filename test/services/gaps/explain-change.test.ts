import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapReport } from '../../../services/domain/gap-report.ts';
import type { SkillSupply } from '../../../services/domain/gap.ts';
import { explainChanges } from '../../../services/gaps/explain-change.ts';
import { measureDemand } from '../../../services/gaps/measure-demand.ts';
import { measureGaps } from '../../../services/gaps/measure-gaps.ts';
import { buildCount, buildCounts } from '../../builders.ts';

interface Made {
  n?: number;
  /** Postings that ask, by skill. */
  asked?: Record<string, number>;
  /** Postings that so much is expected to ask in, by skill. Default: just as many, all of them sure. */
  linked?: Record<string, number>;
  /** Supply share by skill. */
  held?: Record<string, number>;
  linkerId?: string;
}

function report({ n = 100, asked = {}, linked = {}, held = {}, linkerId = 'l1' }: Made): GapReport {
  const counts = buildCounts(
    n,
    Object.entries(asked).map(([skillId, count]) =>
      buildCount(skillId, count, { postingCount: linked[skillId] ?? Math.ceil(count) }),
    ),
  );
  const supplies = Object.entries(held).map(([skillId, supplyShare]): SkillSupply => ({
    skillId,
    supplyShare,
    state: 'measured',
  }));
  const scope = { region: null, employer: null, occupation: null, postingId: null, since: null, until: null };
  return {
    id: 'r',
    basis: {
      scope,
      framework: 'own',
      formulaVersion: 2,
      parameters: { seed: 1, minPostingCount: 2 },
      taxonomy: { name: 'own', version: '1' },
      modelId: 'hashing',
      linkerId,
      demandVersion: 'd',
      supplyVersion: 's',
    },
    scopeLabel: 'x',
    postings: { n, employers: 5, duplicatesRemoved: 0 },
    suppressed: null,
    gaps: measureGaps(measureDemand(counts, null), supplies, { seed: 1 }).map((gap) => ({
      ...gap,
      label: gap.skillId,
    })),
  };
}

describe('what changed between two reports', () => {
  it('is nothing between a report and itself', () => {
    const one = report({ asked: { python: 30 } });
    expect(explainChanges(one, one)).toEqual([]);
  });

  it('is demand where as many postings ask more', () => {
    const [change] = explainChanges(report({ asked: { python: 30 } }), report({ asked: { python: 60 } }));
    expect(change).toMatchObject({ cause: 'demand', isClear: true, parts: { supply: 0, dataVolume: 0, model: 0 } });
    expect(change!.change).toBeCloseTo(30 / 101, 12);
    expect(change!.parts.demand).toBeCloseTo(30 / 101, 12);
  });

  it('is data volume where more postings ask alike', () => {
    const [change] = explainChanges(report({ n: 10, asked: { python: 1 } }), report({ n: 100, asked: { python: 10 } }));
    // (1 + .5) / 11 before, (10 + .5) / 101 after.
    expect(change!.cause).toBe('data volume');
    expect(change!.parts.dataVolume).toBeCloseTo(10.5 / 101 - 1.5 / 11, 12);
    expect(change!.parts.demand).toBeCloseTo(0, 12);
    expect(change!.isClear).toBe(false);
  });

  it('counts further postings for what unsure links say: an average of probabilities is known sooner', () => {
    const [change] = explainChanges(
      report({ n: 40, asked: { python: 4 }, linked: { python: 8 } }),
      report({ n: 80, asked: { python: 8 }, linked: { python: 16 } }),
    );
    // Eight links of 1/2: squares 8 x .25, so n / d sure postings, d = ((2 + .5) / 41 - share^2) / (share (1 - share)).
    const share = 4.5 / 41;
    const d = (2.5 / 41 - share ** 2) / (share * (1 - share));
    expect(change!.parts.dataVolume).toBeCloseTo((0.5 + 8 / d) / (1 + 80 / d) - (0.5 + 4 / d) / (1 + 40 / d), 12);
  });

  it('is supply where more can do what is asked alike', () => {
    const asked = { python: 50 };
    const [change] = explainChanges(report({ asked, held: { python: 0.2 } }), report({ asked, held: { python: 0.6 } }));
    expect(change!.cause).toBe('supply');
    expect(change!.parts.supply).toBeCloseTo((-0.4 * 50.5) / 101, 12);
  });

  it('is the model’s where another linker counted, whatever the postings did', () => {
    const [change] = explainChanges(
      report({ asked: { python: 30 } }),
      report({ n: 200, asked: { python: 90 }, linkerId: 'l2' }),
    );
    expect(change).toMatchObject({ cause: 'model', parts: { demand: 0, dataVolume: 0 } });
    expect(change!.parts.model).toBe(change!.change);
  });

  it('names skills that came or went, and may be chance where few ask', () => {
    const changes = explainChanges(report({ asked: { python: 40 } }), report({ asked: { python: 43, sql: 60 } }));
    expect(changes.map(({ skill, before, isClear }) => [skill.id, before === null, isClear])).toEqual([
      ['sql', true, true],
      ['python', false, false],
    ]);
  });

  it('is as clear where most of the skill is held as where none of it is', () => {
    const clear = (before: number, after: number, held: Record<string, number>) =>
      explainChanges(report({ asked: { python: before }, held }), report({ asked: { python: after }, held }))[0]!
        .isClear;
    expect([clear(30, 45, {}), clear(30, 45, { python: 0.8 })]).toEqual([true, true]);
    expect([clear(30, 40, {}), clear(30, 40, { python: 0.8 })]).toEqual([false, false]);
  });

  it('has parts that sum to the change, and the opposite parts of sign the other way round', () => {
    const count = fc.constantFrom(0, 1, 5, 10);
    const share = fc.constantFrom(0, 0.3, 1);
    const made = fc.record({
      n: fc.constantFrom(10, 40),
      asked: fc.record({ python: count, sql: count }),
      held: fc.record({ python: share }),
      linkerId: fc.constantFrom('l1', 'l2'),
    });
    fc.assert(
      fc.property(made, made, (a, b) => {
        const there = explainChanges(report(a), report(b));
        const back = explainChanges(report(b), report(a));
        expect(there.map(({ skill }) => skill.id).sort()).toEqual(back.map(({ skill }) => skill.id).sort());
        for (const { parts, change, skill } of there) {
          expect(parts.demand + parts.supply + parts.dataVolume + parts.model).toBeCloseTo(change, 12);
          const other = back.find((one) => one.skill.id === skill.id);
          expect(other!.change).toBeCloseTo(-change, 12);
          expect(other!.parts.supply).toBeCloseTo(-parts.supply, 12);
        }
      }),
      { numRuns: 40 },
    );
  });
});
