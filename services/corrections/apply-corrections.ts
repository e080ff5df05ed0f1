/**
 * Corrections onto links that are stored already, so that they count at once. No model is needed: the corrections are the
 * same step that follows every linking, and links that were corrected before come out as if they had not been.
 */
import type { Correction } from '../domain/correction.ts';
import type { SkillLink } from '../domain/posting.ts';
import { correctPosting } from '../skills/correct-links.ts';
import { findWording, wordingPiece } from '../skills/find-wording.ts';
import { rollUpSkills } from '../skills/roll-up-skills.ts';
import type { Store, StoredLinks } from '../store/store.ts';

/** Postings whose links are in memory at once. */
const PAGE_SIZE = 200;

/** Ids of the linked postings that a correction is about, ordered. */
export async function postingsAbout(
  { words, place }: Pick<Correction, 'words' | 'place'>,
  { postings }: Pick<Store, 'postings'>,
): Promise<string[]> {
  if (place !== null) return (await postings.storedLinks([place.postingId])).map(({ postingId }) => postingId);
  const ids: string[] = [];
  for await (const page of pagesOf(await postings.linkedWith(wordingPiece(words)), postings)) {
    for (const { postingId, requirements } of page) {
      if (requirements.some(({ text }) => findWording(text, words).length > 0)) ids.push(postingId);
    }
  }
  return ids;
}

/** @returns of how many postings any link changed */
export async function applyCorrections(
  postingIds: readonly string[],
  corrections: readonly Correction[],
  { postings }: Pick<Store, 'postings'>,
): Promise<number> {
  let changedCount = 0;
  for await (const page of pagesOf(postingIds, postings)) {
    const changed = page.flatMap(({ postingId, requirements, links: stored }) => {
      const links = correctPosting(postingId, requirements, stored, corrections);
      if (isSame(stored, links)) return [];
      return [{ postingId, links, skills: rollUpSkills(requirements, links) }];
    });
    if (changed.length > 0) await postings.replaceLinks(changed);
    changedCount += changed.length;
  }
  return changedCount;
}

/** Of the credentials that say the words anywhere a reader would look. */
export async function credentialsAbout(words: string, { credentials }: Pick<Store, 'credentials'>): Promise<string[]> {
  return (await credentials.all())
    .filter(({ title, description, learningOutcomes }) =>
      [title, description ?? '', ...learningOutcomes.map(({ text }) => text)].some(
        (text) => findWording(text, words).length > 0,
      ),
    )
    .map(({ id }) => id);
}

async function* pagesOf(ids: readonly string[], postings: Store['postings']): AsyncGenerator<StoredLinks[]> {
  for (let from = 0; from < ids.length; from += PAGE_SIZE) {
    yield await postings.storedLinks(ids.slice(from, from + PAGE_SIZE));
  }
}

function isSame(one: readonly SkillLink[], other: readonly SkillLink[]): boolean {
  const keys = (links: readonly SkillLink[]) =>
    links
      .map(({ requirementPosition, skillId, confidence, start, end, method }) =>
        JSON.stringify([requirementPosition, skillId, confidence, start, end, method]),
      )
      .sort()
      .join('\n');
  return keys(one) === keys(other);
}
