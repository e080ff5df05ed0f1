/**
 * Postings with the skills each asks for in, the same as numbers in a row out: what a graph of skills is counted from, once
 * for the postings as they are and again for every bootstrap sample of them.
 */
import type { PostingSkill } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';

export interface SkillIndex {
  /** Ascending; those that a posting asks for. A skill is its position here. */
  skillIds: readonly string[];
  /** The askings of a posting stand from `starts[posting]` up to, not with, `starts[posting + 1]`, by skill. */
  starts: Uint32Array;
  /** Of each asking: its skill, its posting, and how probable it is, 0 to 1. */
  skills: Uint32Array;
  postings: Uint32Array;
  probabilities: Float64Array;
  /** The askings of each skill, by posting. */
  askingsOf: readonly (readonly number[])[];
}

/** @param skillIds others in the postings are left out */
export function indexSkills(postings: readonly (readonly PostingSkill[])[], skillIds: Iterable<string>): SkillIndex {
  const wanted = new Set(skillIds);
  const asked = new Set<string>();
  for (const skills of postings) for (const { skillId } of skills) if (wanted.has(skillId)) asked.add(skillId);
  const sorted = [...asked].sort(compareIds);
  const positions = new Map(sorted.map((skillId, position) => [skillId, position]));
  const starts = new Uint32Array(postings.length + 1);
  const askings: { skill: number; posting: number; probability: number }[] = [];
  for (const [posting, skills] of postings.entries()) {
    const own = skills.flatMap(({ skillId, probability }) => {
      const skill = positions.get(skillId);
      return skill === undefined ? [] : [{ skill, posting, probability }];
    });
    askings.push(...own.sort((a, b) => a.skill - b.skill));
    starts[posting + 1] = askings.length;
  }
  const askingsOf = sorted.map((): number[] => []);
  for (const [asking, { skill }] of askings.entries()) askingsOf[skill]?.push(asking);
  return {
    skillIds: sorted,
    starts,
    skills: Uint32Array.from(askings, ({ skill }) => skill),
    postings: Uint32Array.from(askings, ({ posting }) => posting),
    probabilities: Float64Array.from(askings, ({ probability }) => probability),
    askingsOf,
  };
}
