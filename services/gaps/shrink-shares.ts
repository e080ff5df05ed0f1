/**
 * How much a scope should believe the scope above it: counts of both in, a prior strength m (in postings) out.
 *
 * Each skill's true share in the scope is taken as Beta(m pi, m (1 - pi)) around pi, its share outside the scope. Then
 * E (x/n - pi)^2 = pi (1 - pi) (1/n + (1 - 1/n) rho + 1/N), rho = 1 / (m + 1), where 1/N is the noise of pi itself.
 * (sure links; where links are unsure, both kinds of chance shrink by the dispersion d of link-dispersion.ts, to
 * pi (1 - pi) (d/n + (1 - d/n) rho + d/N)). Summing both sides over the skills and solving for rho is the method of moments (Kleinman 1973, JASA 68, 46-54; the
 * same ratio of sums as Wright's F_ST). Skills of one posting depend on each other: that makes rho noisier, not biased.
 * The parent contains the scope, so a newcomer would count the scope's postings twice: pi is the parent WITHOUT them.
 */
import type { ScopeCounts, SkillCount } from '../domain/gap.ts';
import { linkDispersion } from './link-dispersion.ts';

export interface OutsideCounts {
  /** Postings of the parent that are not in the scope. */
  n: number;
  expectedBySkill: ReadonlyMap<string, number>;
  /** Sums of squared probabilities, as in SkillCount. */
  squaredBySkill: ReadonlyMap<string, number>;
}

/** Float sums of the same postings in another order differ by about this much. */
const sumTolerance = 1e-6;

/** The parent less the scope. Throws a RangeError when the parent cannot contain the scope. */
export function countOutside(scope: ScopeCounts, parent: ScopeCounts): OutsideCounts {
  const expectedBySkill = new Map(parent.skills.map((skill) => [skill.skillId, skill.expectedCount]));
  const squaredBySkill = new Map(parent.skills.map((skill) => [skill.skillId, skill.squaredCount]));
  if (parent.n < scope.n) throw new RangeError(`The parent has ${parent.n} postings and its scope ${scope.n}.`);
  for (const { skillId, expectedCount, squaredCount } of scope.skills) {
    const outside = (expectedBySkill.get(skillId) ?? 0) - expectedCount;
    if (outside < -sumTolerance) {
      throw new RangeError(
        `The scope counts more postings for ${skillId} than its parent: a parent contains its scope.`,
      );
    }
    expectedBySkill.set(skillId, Math.max(0, outside));
    squaredBySkill.set(skillId, Math.max(0, (squaredBySkill.get(skillId) ?? 0) - squaredCount));
  }
  return { n: parent.n - scope.n, expectedBySkill, squaredBySkill };
}

/**
 * Prior strength in postings, from 1 (scopes have little in common) to the number of postings outside the scope (the
 * prior cannot weigh more than what it was learned from). The upper end also when the shares differ by no more than chance.
 */
export function learnPriorStrength(scope: ScopeCounts, outside: OutsideCounts): number {
  if (outside.n <= 1 || scope.n <= 1) return Math.min(1, outside.n);
  const expectedInScope = new Map(scope.skills.map((skill: SkillCount) => [skill.skillId, skill.expectedCount]));
  let squares = 0;
  let chance = 0;
  let dispersed = 0;
  for (const [skillId, expected] of outside.expectedBySkill) {
    const share = Math.min(1, expected / outside.n);
    const squaredCount = outside.squaredBySkill.get(skillId) ?? expected;
    squares += ((expectedInScope.get(skillId) ?? 0) / scope.n - share) ** 2;
    chance += share * (1 - share);
    dispersed += share * (1 - share) * linkDispersion({ expectedCount: expected, squaredCount }, outside.n);
  }
  if (chance === 0) return 1;
  const rho = (squares - dispersed / scope.n - dispersed / outside.n) / (chance - dispersed / scope.n);
  return rho <= 0 ? outside.n : Math.min(outside.n, Math.max(1, 1 / rho - 1));
}
