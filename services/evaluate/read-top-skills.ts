/**
 * The most demanded skills of a source, each judged by a person: data/judged/top-skills-NAME.json, one source a file.
 *
 * It is the list a user sees first. An artefact is a skill that the postings do not ask for, read off words that mean
 * something else.
 */
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { readGoldLines } from './read-gold-lines.ts';

const TopSkill = z.strictObject({
  skillId: z.string().min(1),
  /** Preferred label in the taxonomy. */
  label: z.string().min(1),
  /** Sum over the postings of the probability that they ask for it; whole when postings were counted. */
  expectedPostings: z.number().min(0),
  verdict: z.enum(['ok', 'artefact']),
});

export const MAX_TOP_SKILLS = 40;

export const TopSkills = z
  .strictObject({
    source: z.string().min(1),
    /** Postings of the source that were linked, repeats left out. */
    postings: z.number().int().min(1),
    linkerVersion: z.number().int().min(1),
    /** Most demanded first. */
    skills: z.array(TopSkill).min(1).max(MAX_TOP_SKILLS),
  })
  .superRefine(({ skills, postings }, context) => {
    skills.forEach(({ skillId, expectedPostings }, at) => {
      const refuse = (field: string, message: string) => {
        context.addIssue({ code: 'custom', path: ['skills', at, field], message });
      };
      const before = skills[at - 1];
      if (skills.findIndex((skill) => skill.skillId === skillId) < at) refuse('skillId', 'stands twice in the list');
      if (expectedPostings > postings) refuse('expectedPostings', 'is more than "postings"');
      if (before !== undefined && expectedPostings > before.expectedPostings) {
        refuse('expectedPostings', 'is more than that of the skill before it');
      }
    });
  });
export type TopSkills = z.infer<typeof TopSkills>;

const EXAMPLE =
  '{"source": "...", "postings": 100, "linkerVersion": 1, "skills": [{"skillId": "...", "label": "...", "expectedPostings": 42.5, "verdict": "ok"}]}';

/** @throws InvalidInputError naming file and field */
export async function readTopSkills(file: string): Promise<TopSkills> {
  const { lines } = await readGoldLines(file, TopSkills, EXAMPLE);
  const [first, second] = lines;
  if (first === undefined || second !== undefined) {
    throw new InvalidInputError(`${file} holds ${lines.length} lists; write one source a file.`);
  }
  return first.record;
}
