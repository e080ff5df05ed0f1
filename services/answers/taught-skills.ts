/** Coverages of skills in, what the catalogue teaches of each out. A skill that is absent is taught by nothing. */
import type { SkillCoverage } from '../domain/credential.ts';

export interface TaughtSkill {
  /** Highest coverage of any credential, 0 to 1. */
  coverage: number;
  credentialCount: number;
}

export function taughtSkills(coverages: readonly SkillCoverage[]): Map<string, TaughtSkill> {
  const taught = new Map<string, TaughtSkill>();
  for (const { skillId, coverage } of coverages) {
    const known = taught.get(skillId) ?? { coverage: 0, credentialCount: 0 };
    taught.set(skillId, {
      coverage: Math.max(known.coverage, coverage),
      credentialCount: known.credentialCount + 1,
    });
  }
  return taught;
}
