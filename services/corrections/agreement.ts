/**
 * Whether a new correction says what is said already, or the opposite of it.
 *
 * Two that contradict each other never hold at once: the earlier one has to be undone first, so that no order of
 * applying them has to be remembered.
 */
import type { Correction, StoredCorrection } from '../domain/correction.ts';
import { InvalidInputError } from '../errors.ts';
import { wordingKey } from '../skills/find-wording.ts';

export function findSame(held: readonly StoredCorrection[], wanted: Correction): StoredCorrection | undefined {
  return held.find((one) => one.kind === wanted.kind && one.skillId === wanted.skillId && isAbout(one, wanted));
}

/** @throws InvalidInputError naming the correction that has to be undone first */
export function refuseContradiction(held: readonly StoredCorrection[], wanted: Correction): void {
  const contradicted = held.find(
    (one) => isAbout(one, wanted) && (isOpposite(one, wanted) || isOtherMeaning(one, wanted)),
  );
  if (contradicted === undefined) return;
  throw new InvalidInputError(
    `"${wanted.words}": correction ${contradicted.id} (${contradicted.kind}) says otherwise; undo it first with skillgap correct undo ${contradicted.id}.`,
  );
}

/** The same place, or the same words everywhere. */
function isAbout(one: Correction, other: Correction): boolean {
  if (one.place === null || other.place === null) {
    return one.place === other.place && wordingKey(one.words) === wordingKey(other.words);
  }
  return (
    one.place.postingId === other.place.postingId &&
    one.place.quote === other.place.quote &&
    one.place.start < other.place.end &&
    other.place.start < one.place.end
  );
}

function isOpposite(one: Correction, other: Correction): boolean {
  return one.skillId === other.skillId && (one.kind === 'reject') !== (other.kind === 'reject');
}

function isOtherMeaning(one: Correction, other: Correction): boolean {
  return one.kind === 'alias' && other.kind === 'alias' && one.skillId !== other.skillId;
}
