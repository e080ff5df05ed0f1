/**
 * Postings with the skills each asks for in, the same as numbers in a row out: what a graph of skills is counted from, once
 * for the postings as they are and again for every bootstrap sample of them.
 */
import type { PostingSkill } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';

export interface SkillIndex {
  /** Ascending; those that a posting asks for. A skill is its position here. */
  skillIds: readonly string[];
  postingCount: number;
  /** The askings of a posting stand from `starts[posting]` up to, not with, `starts[posting + 1]`, by skill. */
  starts: Uint32Array;
  /** Of each asking: its skill, its posting, and how probable it is, 0 to 1. */
  skills: Uint32Array;
  postings: Uint32Array;
  probabilities: Float64Array;
  /** The askings of a skill, by posting: `askings[askingStarts[skill]]` up to, not with, `askings[askingStarts[skill + 1]]`. */
  askings: Uint32Array;
  askingStarts: Uint32Array;
}

/** @param skillIds others in the postings are left out */
export function indexSkills(postings: readonly (readonly PostingSkill[])[], skillIds: Iterable<string>): SkillIndex {
  const wanted = new Set(skillIds);
  const asked = new Set<string>();
  for (const skills of postings) for (const { skillId } of skills) if (wanted.has(skillId)) asked.add(skillId);
  const sorted = [...asked].sort(compareIds);
  const positions = new Map(sorted.map((skillId, position) => [skillId, position]));
  const own = postings.map((skills) =>
    skills
      .flatMap(({ skillId, probability }) => {
        const skill = positions.get(skillId);
        return skill === undefined ? [] : [{ skill, probability }];
      })
      .sort((a, b) => a.skill - b.skill),
  );
  const starts = startsOf(own.map(({ length }) => length));
  const flat = own.flat();
  const skills = Uint32Array.from(flat, ({ skill }) => skill);
  const counts = new Uint32Array(sorted.length);
  for (const skill of skills) counts[skill] = (counts[skill] ?? 0) + 1;
  const askingStarts = startsOf(counts);
  const next = askingStarts.slice();
  const askings = new Uint32Array(skills.length);
  for (const [asking, skill] of skills.entries()) {
    const place = next[skill] ?? 0;
    askings[place] = asking;
    next[skill] = place + 1;
  }
  return {
    skillIds: sorted,
    postingCount: postings.length,
    starts,
    skills,
    postings: Uint32Array.from(own.flatMap((askings, posting) => askings.map(() => posting))),
    probabilities: Float64Array.from(flat, ({ probability }) => probability),
    askings,
    askingStarts,
  };
}

function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}
