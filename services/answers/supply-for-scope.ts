/** The supply side of a scope: a learner's profile, an employer's staff, or unknown. */
import type { SkillSupply } from '../domain/gap.ts';
import type { LearnerProfile } from '../domain/profile.ts';
import type { Scope } from '../domain/scope.ts';
import type { AnswerDeps } from './answer-deps.ts';

export interface ScopeSupply {
  supplies: SkillSupply[];
  notes: string[];
}

export async function supplyForScope(
  scope: Scope,
  profile: LearnerProfile | null,
  deps: AnswerDeps,
): Promise<ScopeSupply> {
  if (profile !== null) {
    const found = await deps.supplyOfProfile(profile.statements);
    // For a learner a skill that no line of the profile shows is not there: 0, not unknown.
    return { supplies: found, notes: [`The profile shows ${found.length} skills.`] };
  }
  if (scope.employer !== null) {
    const staff = await deps.supplyOfEmployer(scope.employer.key);
    if (staff.length > 0) return { supplies: staff, notes: [] };
  }
  return { supplies: [], notes: ['Supply is unknown here, so each gap equals its demand.'] };
}

/** A learner holds what the profile shows and nothing else: every other asked skill has a supply of 0, claimed. */
export function withMissingAsZero(supplies: readonly SkillSupply[], skillIds: readonly string[]): SkillSupply[] {
  const known = new Set(supplies.map((supply) => supply.skillId));
  const missing = skillIds.filter((skillId) => !known.has(skillId));
  return [...supplies, ...missing.map((skillId): SkillSupply => ({ skillId, supplyShare: 0, state: 'claimed' }))];
}
