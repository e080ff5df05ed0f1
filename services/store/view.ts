/**
 * Whose rows are seen: all of them, or the shared ones and those of one organisation. Every statement about postings,
 * credentials, corrections and reports carries the condition made here, and the facts in memory are filtered by the same rule.
 */
import { InvalidInputError } from '../errors.ts';

export type View = 'everything' | { organisation: string | null };

const ORGANISATION = /^[a-z0-9][a-z0-9-]{0,62}$/u;

/** @throws InvalidInputError for a name that is no plain word */
export function viewOf(organisation: string | null): View {
  if (organisation !== null && !ORGANISATION.test(organisation)) {
    throw new InvalidInputError(
      `The organisation "${organisation}" must be a word of at most 63 small letters, digits and hyphens.`,
    );
  }
  return { organisation };
}

/** A condition of SQL. The name goes in as it is: viewOf let nothing through but letters, digits and hyphens. */
export function isVisible(view: View, table: string): string {
  if (view === 'everything') return 'true';
  const { organisation } = view;
  const isShared = `${table}.organisation is null`;
  return organisation === null ? isShared : `(${isShared} or ${table}.organisation = '${organisation}')`;
}

/** Whose a new row is. */
export function ownerOf(view: View): string | null {
  return view === 'everything' ? null : view.organisation;
}

/** Ids of an organisation's rows cannot meet those of another's, nor tell whether they are taken. */
export function ownId(view: View, id: string): string {
  const owner = ownerOf(view);
  return owner === null ? id : `~${owner}:${id}`;
}
