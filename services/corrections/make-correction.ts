/**
 * What a person says in, a stored correction out, and every link it is about already put right.
 */
import type { Correction, CorrectionKind, StoredCorrection } from '../domain/correction.ts';
import { MAX_WORDS_LENGTH } from '../domain/correction.ts';
import type { SkillId } from '../domain/skill.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { cleanLabel } from '../skills/clean-labels.ts';
import { meets } from '../skills/correct-links.ts';
import { findWording, wordingKey } from '../skills/find-wording.ts';
import type { Store } from '../store/store.ts';
import { findSame, refuseContradiction } from './agreement.ts';
import { applyCorrections, credentialsAbout, postingsAbout } from './apply-corrections.ts';

/** Who says it, when and why. */
export type Said = Pick<Correction, 'by' | 'at' | 'why'>;

export interface MadeCorrection {
  correction: StoredCorrection;
  /** False when the same was said before: nothing changes then. */
  isNew: boolean;
  /** Linked postings it is about: with the place, or the words. */
  postingCount: number;
  /** Of these, postings with a link that changed. */
  changedCount: number;
  /** Postings whose links depend on another correction, too: to be linked again now, or they are by the next linking. */
  toRelink: readonly string[];
  /** Credentials with the words; they are read again by the next linking. */
  credentialCount: number;
}

const NOTHING_CHANGED = { isNew: false, postingCount: 0, changedCount: 0, toRelink: [], credentialCount: 0 };

/** Saved and applied together or not at all. @throws InvalidInputError when it contradicts one that holds */
export async function makeCorrection(correction: Correction, store: Store): Promise<MadeCorrection> {
  return store.transaction(async (inside) => {
    const held = await inside.corrections.active();
    const same = findSame(held, correction);
    if (same !== undefined) return { ...NOTHING_CHANGED, correction: same };
    refuseContradiction(held, correction);
    const stored = await inside.corrections.add(correction);
    const postingIds = await postingsAbout(stored, inside);
    const changedCount = await applyCorrections(postingIds, [...held, stored], inside);
    const toRelink = held.some((one) => meets(one, stored)) ? postingIds : [];
    await inside.postings.markForRelinking(toRelink);
    const credentialIds = stored.place === null ? await credentialsAbout(stored.words, inside) : [];
    await inside.credentials.markForRelinking(credentialIds);
    return {
      correction: stored,
      isNew: true,
      postingCount: postingIds.length,
      changedCount,
      toRelink,
      credentialCount: credentialIds.length,
    };
  });
}

/** "These words mean the skill" or, for `reject`, "they never do": wherever they stand, now and later. */
export async function correctWords(
  kind: Exclude<CorrectionKind, 'accept'>,
  words: string,
  skillId: SkillId,
  said: Said,
  store: Store,
): Promise<MadeCorrection> {
  return makeCorrection({ kind, skillId, words: checkedWords(words), place: null, ...said }, store);
}

/**
 * "This link of the posting is right" or wrong. Of several sentences linked to the skill all are meant, or those where the words
 * stand.
 * @throws NotFoundError when the posting is not linked, InvalidInputError when it has no such link
 */
export async function correctLink(
  kind: Exclude<CorrectionKind, 'alias'>,
  place: { postingId: string; skillId: SkillId; words?: string | undefined },
  said: Said,
  store: Store,
): Promise<MadeCorrection[]> {
  const { postingId, skillId, words } = place;
  return store.transaction(async (inside) => {
    const [posting] = await inside.postings.storedLinks([postingId]);
    if (posting === undefined)
      throw new NotFoundError(`The posting ${postingId} is not linked or not known: see the ids in --json replies.`);
    const sentences = new Map(posting.requirements.map((requirement) => [requirement.position, requirement]));
    const made: MadeCorrection[] = [];
    for (const link of posting.links.filter((one) => one.skillId === skillId)) {
      const sentence = sentences.get(link.requirementPosition);
      if (sentence === undefined) continue;
      const start = link.start - sentence.start;
      const end = link.end - sentence.start;
      const stands = (span: { start: number; end: number }) => span.start < end && start < span.end;
      if (words !== undefined && !findWording(sentence.text, words).some(stands)) continue;
      const quoted = { postingId, quote: sentence.text, start, end };
      made.push(
        await makeCorrection({ kind, skillId, words: sentence.text.slice(start, end), place: quoted, ...said }, inside),
      );
    }
    if (made.length > 0) return made;
    const wanted = words === undefined ? '' : ` at the words "${words}"`;
    throw new InvalidInputError(
      `The posting ${postingId} has no link to ${skillId}${wanted}; it is linked to ${new Set(posting.links.map((link) => link.skillId)).size} other skills.`,
    );
  });
}

function checkedWords(text: string): string {
  const words = cleanLabel(text);
  if (wordingKey(words) === '')
    throw new InvalidInputError(`"${text}" holds no word; give the words as postings have them.`);
  if (words.length > MAX_WORDS_LENGTH) {
    throw new InvalidInputError(
      `The words are ${words.length} characters long; give at most ${MAX_WORDS_LENGTH}, as postings repeat them.`,
    );
  }
  return words;
}
