/** "What does this posting say, and what was read in it?" */
import { regionName } from '../collect/find-region.ts';
import type { PostingReply } from '../domain/posting-reply.ts';
import { NotFoundError } from '../errors.ts';
import type { BrowseDeps } from './browse-deps.ts';
import { skillReply } from './credential-replies.ts';

/** @throws NotFoundError for an id that no posting has */
export async function answerPosting(id: string, { postings, taxonomies }: BrowseDeps): Promise<PostingReply> {
  const [posting] = await postings.postings([id]);
  if (posting === undefined)
    throw new NotFoundError(`There is no posting ${id}: ids stand in the evidence of replies.`);
  const [[raw], [stored]] = await Promise.all([postings.rawPostings([id]), postings.storedLinks([id])]);
  const links = stored?.links ?? [];
  const skills = await taxonomies.skillsById(links.map(({ skillId }) => skillId));
  const { employerKey, organisation, ...shown } = posting;
  return {
    posting: {
      ...shown,
      url: raw?.url ?? null,
      licence: raw?.licence ?? null,
      region: posting.regionCode === null ? null : { code: posting.regionCode, name: regionName(posting.regionCode) },
    },
    isLinked: stored !== undefined,
    requirements: [...(stored?.requirements ?? [])],
    links: links.map(({ skillId, ...link }) => ({ ...link, skill: skillReply(skillId, skills) })),
  };
}
