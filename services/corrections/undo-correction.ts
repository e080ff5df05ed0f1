/** A correction taken back: what it took from the links comes back by linking those postings again, and only those. */
import type { StoredCorrection } from '../domain/correction.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { credentialsAbout, postingsAbout } from './apply-corrections.ts';

export interface UndoneCorrection {
  correction: StoredCorrection;
  /** Postings that were linked again. */
  postingCount: number;
  /** Credentials that the next linking reads again. */
  credentialCount: number;
}

/**
 * The correction is undone before anything is linked, and the postings are marked: when linking fails here, the next
 * `skillgap link` does it.
 * @param relinkPostings links postings again and saves the result
 * @throws NotFoundError for a number that was never given, InvalidInputError for one undone before
 */
export async function undoCorrection(
  id: number,
  { by, at }: { by: string | null; at: string },
  store: Store,
  relinkPostings: (ids: readonly string[]) => Promise<void>,
): Promise<UndoneCorrection> {
  const { correction, postingIds, credentialIds } = await store.transaction(async (inside) => {
    const found = (await inside.corrections.all()).find((one) => one.id === id);
    if (found === undefined) throw new NotFoundError(`There is no correction ${id}: skillgap correct list shows them.`);
    if (found.undone !== null) throw new InvalidInputError(`Correction ${id} was undone on ${found.undone.at}.`);
    const about = await postingsAbout(found, inside);
    const taught = found.place === null ? await credentialsAbout(found.words, inside) : [];
    await inside.corrections.undo(id, by, at);
    await inside.postings.markForRelinking(about);
    await inside.credentials.markForRelinking(taught);
    return { correction: { ...found, undone: { by, at } }, postingIds: about, credentialIds: taught };
  });
  if (postingIds.length > 0) await relinkPostings(postingIds);
  return { correction, postingCount: postingIds.length, credentialCount: credentialIds.length };
}
