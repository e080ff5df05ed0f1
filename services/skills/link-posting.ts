/**
 * One posting in, its requirements and their links to skills out.
 */
import { SkillId } from '../domain/skill.ts';
import { toShare } from '../domain/units.ts';
import type { Posting, Requirement, SkillLink } from '../domain/posting.ts';
import { groupBy } from '../domain/group-by.ts';
import type { LinkedPosting, OccupationLink } from '../store/store.ts';
import { correctPosting } from './correct-links.ts';
import type { LinkCorrectedDeps } from './link-corrected.ts';
import { linkMentions, type LinkOptions } from './link-mentions.ts';
import type { Title } from './rank-occupations.ts';
import { rollUpSkills } from './roll-up-skills.ts';

export interface LinkPostingsDeps extends LinkCorrectedDeps {
  linkerId: string;
  splitRequirements: (posting: Posting) => Requirement[];
  linkOccupations: (titles: readonly Title[], signal?: AbortSignal) => Promise<(OccupationLink | null)[]>;
}

/** Links several postings at once, so that their sentences share batches; one result per posting, in order. */
export async function linkPostings(
  postings: readonly Posting[],
  deps: LinkPostingsDeps,
  options: LinkOptions,
  signal?: AbortSignal,
): Promise<LinkedPosting[]> {
  const split = postings.map((posting) => deps.splitRequirements(posting));
  const occupations = await deps.linkOccupations(
    postings.map(({ title, language }) => ({ title, language })),
    signal,
  );
  const byLanguage = groupBy(postings.keys(), (at) => postings[at]?.language ?? null);
  const found = new Map<number, { requirements: Requirement[]; links: SkillLink[] }>();
  for (const [language, positions] of byLanguage) {
    const texts = positions.flatMap((at) => (split[at] ?? []).map((requirement) => requirement.text));
    const linked = await linkMentions(texts, language, deps, options, signal);
    let next = 0;
    for (const at of positions) {
      const requirements = split[at] ?? [];
      const links = requirements.flatMap((requirement) =>
        (linked[next++]?.links ?? []).map((link) => ({
          requirementPosition: requirement.position,
          skillId: SkillId.parse(link.skillId),
          confidence: toShare(link.confidence),
          start: requirement.start + link.start,
          end: requirement.start + link.end,
          method: link.method,
        })),
      );
      found.set(at, { requirements, links });
    }
  }
  const rules = await deps.corrections();
  return postings.map((posting, at) => {
    const { requirements, links: raw } = found.get(at) ?? { requirements: [], links: [] };
    const links = correctPosting(posting.id, requirements, raw, rules);
    return {
      postingId: posting.id,
      linkerId: deps.linkerId,
      requirements,
      links,
      skills: rollUpSkills(requirements, links),
      occupation: occupations[at] ?? null,
    };
  });
}
