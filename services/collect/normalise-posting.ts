/**
 * A posting as received in, the posting the rest of the system works on out. Pure: no clock, no network, no store.
 *
 * All character offsets count into the description made here. Raise NORMALISER_VERSION with every change that can
 * alter a field of any posting; stored postings with another version are normalised and linked again.
 */
import { z } from 'zod';
import { PostingPayload } from '../domain/posting.ts';
import type { Posting, RawPosting } from '../domain/posting.ts';
import { InvalidInputError } from '../errors.ts';
import { detectLanguage } from './detect-language.ts';
import { cleanEmployer, foldEmployer } from './fold-employer.ts';
import { htmlToText } from './html-to-text.ts';
import { parseDate } from './parse-date.ts';
import { resolveRegion } from './resolve-region.ts';

export const NORMALISER_VERSION = 1;
const MAX_FIELD_LENGTH = 500;
/** What sources write into a field they do not know. */
const UNKNOWN = /^(?:-1|unknown|none|null|n\/a|non spécifié|not specified)?$/i;

/** @throws InvalidInputError naming the posting and the first field that is wrong */
export function normalisePosting(raw: RawPosting): Posting {
  const parsed = PostingPayload.safeParse(raw.payload);
  if (!parsed.success) {
    throw new InvalidInputError(
      `Posting ${raw.id}: ${z.prettifyError(parsed.error).split('\n')[0] ?? 'payload is wrong'}.`,
    );
  }
  const payload = parsed.data;
  const title = oneLine(payload.title);
  if (title === null) throw new InvalidInputError(`Posting ${raw.id}: title holds no readable text; give it a title.`);
  const description = htmlToText(payload.description);
  const place = oneLine(payload.place);
  const postedOn = parseDate(payload.postedOn);
  const validUntil = parseDate(payload.validUntil);
  return {
    id: raw.id,
    source: raw.source,
    title,
    description,
    language: detectLanguage(description, payload.language),
    employer: cleanEmployer(payload.employer),
    employerKey: foldEmployer(payload.employer),
    place,
    ...resolveRegion(place, oneLine(payload.region), oneLine(payload.country)),
    postedOn,
    // A closing date before the opening one is a slip of the source: unknown, not "expired".
    validUntil: postedOn !== null && validUntil !== null && validUntil < postedOn ? null : validUntil,
    employmentType: oneLine(payload.employmentType),
    industry: oneLine(payload.industry),
  };
}

function oneLine(text: string | null): string | null {
  if (text === null) return null;
  const line = htmlToText(text).replace(/\s+/g, ' ').slice(0, MAX_FIELD_LENGTH).trim();
  return UNKNOWN.test(line) ? null : line;
}
