/**
 * What several credentials close together. Courses that teach the same do not add up: for each skill the surest one
 * counts, as in the formula of a stack (docs: sum over skills of gapShare x max coverage / sum of gapShare).
 */
import type { RankedCredentialReply } from '../../domain/reply.ts';

export interface JointCoverage {
  /** 0 to 1, of the whole gap. */
  together: number;
  /** What they would close if nothing were taught twice. */
  apart: number;
  /** Labels of skills that more than one of them teaches. */
  overlap: string[];
}

export function jointCoverage(chosen: readonly Pick<RankedCredentialReply, 'contributions'>[]): JointCoverage {
  const best = new Map<string, { label: string; part: number; teachers: number }>();
  let apart = 0;
  for (const { contributions } of chosen) {
    for (const { skill, contribution } of contributions) {
      apart += contribution;
      const known = best.get(skill.id);
      best.set(skill.id, {
        label: skill.label,
        part: Math.max(contribution, known?.part ?? 0),
        teachers: (known?.teachers ?? 0) + 1,
      });
    }
  }
  const skills = [...best.values()];
  return {
    together: skills.reduce((sum, { part }) => sum + part, 0),
    apart,
    overlap: skills.filter(({ teachers }) => teachers > 1).map(({ label }) => label),
  };
}
