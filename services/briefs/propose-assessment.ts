/**
 * The types of a bundle's skills in, the kind of assessment that can show them out (paper D: peer review, industry
 * validation, portfolio, practical projects). What the largest part of the uncovered demand is decides.
 */
import type { SkillType } from '../domain/skill.ts';

const KINDS: Record<SkillType, { type: string; shows: string }> = {
  knowledge: { type: 'written case with questions', shows: 'applied knowledge' },
  technology: { type: 'practical task on the system, marked with a rubric', shows: 'use of a tool' },
  skill: {
    type: 'practical project, marked with a rubric by a teacher and somebody from an employer',
    shows: 'a deed',
  },
  ability: { type: 'observed demonstration with peer review', shows: 'behaviour' },
  unspecified: { type: 'portfolio of work with peer review', shows: 'skills of unstated type' },
};

/** @param weights uncovered share of each skill with its type; at least one */
export function proposeAssessment(weights: readonly { type: SkillType; weight: number }[]): {
  type: string;
  because: string;
} {
  const byType = new Map<SkillType, number>();
  for (const { type, weight } of weights) byType.set(type, (byType.get(type) ?? 0) + weight);
  const total = [...byType.values()].reduce((sum, weight) => sum + weight, 0);
  const [most = ['unspecified' as const, 0]] = [...byType].sort(([, a], [, b]) => b - a);
  const { type, shows } = KINDS[most[0]];
  const part = total === 0 ? 0 : Math.round((100 * most[1]) / total);
  return { type, because: `${part} of 100 parts of the uncovered demand are ${shows}` };
}
