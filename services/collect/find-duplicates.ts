/**
 * All postings in, the ones that repeat another out: one vacancy advertised twice must count once.
 *
 * What makes a repeat: the same text (whoever the employer says it is: agencies and boards re-post), or nearly the same
 * text of the same employer; and in both cases a title that names the same job, and places that do not contradict each
 * other. One text for another region is another vacancy, and one template with "Data Scientist" and with "Data Engineer"
 * above it is two. Within a region the same text is one, however the town is written; a text that differs a little must
 * also share the town, because templates differ by just that.
 *
 * Postings are read once and their texts are not kept: about 2 kB a posting stay in memory, 200 MB for 100,000.
 */
import type { Posting } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';
import { regionAncestors, regionName } from './find-region.ts';
import { foldText } from './fold-text.ts';
import { bandKeys, fingerprint, jaccard, shinglesOf, signatureOf, wordsOf } from './min-hash.ts';

export type DuplicateCandidate = Pick<
  Posting,
  'id' | 'title' | 'description' | 'employerKey' | 'place' | 'country' | 'regionCode' | 'postedOn'
> & {
  /** Whose it is; null: shared by all. A posting repeats shared ones and those of its own organisation, never another's. */
  organisation?: string | null;
};

export interface Duplicate {
  duplicateId: string;
  /** The earliest posted of the repeats, the smallest id among equals; never a duplicate itself. */
  originalId: string;
  kind: 'exact' | 'near';
  /** Jaccard similarity of the five-word shingles, 0 to 1; 1 for exact. */
  similarity: number;
}

/** Least similarity of a near duplicate. */
export const NEAR_SIMILARITY = 0.85;
/** Least part of the title words two titles share to name one job; more when the texts already differ ("... - Nights"). */
const TITLE_SIMILARITY = { exact: 0.6, near: 0.75 };
/** A title with one of these and a title without name two jobs, however alike the rest. */
const LEVEL_WORDS = new Set(
  'senior junior lead principal head trainee intern internship stage alternance bank night nights starszy mlodszy'.split(
    ' ',
  ),
);
/** Shorter texts are too ordinary ("driving licence B") to identify an advert by themselves. */
const MIN_WORDS = 30;
/** Below this there is no text to compare. */
const MIN_WORDS_SAME_EMPLOYER = 5;

interface Profile extends Omit<DuplicateCandidate, 'description' | 'title' | 'place' | 'organisation'> {
  organisation: string | null;
  /** Words of the place beyond the names of its region and country: empty when it names no town. */
  townWords: Set<string>;
  titleWords: Set<string>;
  wordCount: number;
  fingerprint: string;
  shingles: Uint32Array;
}

/** Duplicates ordered by the duplicate's place in time, then id. The order of the input does not matter. */
export async function findDuplicates(
  postings: AsyncIterable<DuplicateCandidate> | Iterable<DuplicateCandidate>,
): Promise<Duplicate[]> {
  const profiles: Profile[] = [];
  for await (const posting of postings) profiles.push(profileOf(posting));
  profiles.sort(earliestFirst);

  const duplicates: Duplicate[] = [];
  const originalsByText = new Map<string, Profile[]>();
  const originalsByBand = new Map<string, Profile[]>();
  for (const profile of profiles) {
    if (profile.wordCount < MIN_WORDS_SAME_EMPLOYER) continue;
    const exact = originalsByText.get(profile.fingerprint)?.find((original) => isSameAdvert(profile, original));
    if (exact) {
      duplicates.push({ duplicateId: profile.id, originalId: exact.id, kind: 'exact', similarity: 1 });
      continue;
    }
    const bands = profile.wordCount < MIN_WORDS ? [] : nearKeys(profile);
    const near = nearestOriginal(profile, bands, originalsByBand);
    if (near) {
      duplicates.push({ duplicateId: profile.id, ...near, kind: 'near' });
      continue;
    }
    append(originalsByText, profile.fingerprint, profile);
    for (const band of bands) append(originalsByBand, band, profile);
  }
  return duplicates;
}

/** Only texts of one employer are compared, so the employer is part of the bucket. */
function nearKeys(profile: Profile): string[] {
  return bandKeys(signatureOf(profile.shingles)).map((key) => `${profile.employerKey ?? ''}|${key}`);
}

/** The earliest original that is alike enough: buckets hold originals in that order. */
function nearestOriginal(
  profile: Profile,
  bands: readonly string[],
  originalsByBand: ReadonlyMap<string, readonly Profile[]>,
): { originalId: string; similarity: number } | undefined {
  const candidates = new Set(bands.flatMap((band) => originalsByBand.get(band) ?? []));
  for (const original of [...candidates].sort(earliestFirst)) {
    if (!isSameJob(profile, original, TITLE_SIMILARITY.near) || !isSameTown(profile, original)) continue;
    if (!isLengthAlike(profile, original)) continue;
    const similarity = jaccard(profile.shingles, original.shingles);
    if (similarity >= NEAR_SIMILARITY) return { originalId: original.id, similarity };
  }
  return undefined;
}

/** Given the same text: long enough to be one advert whoever signs it, or signed by one employer. */
function isSameAdvert(a: Profile, b: Profile): boolean {
  const isOneEmployer = a.employerKey !== null && a.employerKey === b.employerKey;
  return (isOneEmployer || a.wordCount >= MIN_WORDS) && isSameJob(a, b, TITLE_SIMILARITY.exact);
}

/** Whether the first one's owner knows of the other. */
function isSeenBy(a: Profile, original: Profile): boolean {
  return original.organisation === null || original.organisation === a.organisation;
}

/** @param b the original */
function isSameJob(a: Profile, b: Profile, minTitleSimilarity: number): boolean {
  return isSeenBy(a, b) && isSamePlace(a, b) && titleSimilarity(a.titleWords, b.titleWords) >= minTitleSimilarity;
}

/** Unknown contradicts nothing, and "Paris" and "Ile-de-France" are one place said twice. */
function isSamePlace(a: Profile, b: Profile): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  if (a.regionCode === null || b.regionCode === null || a.regionCode === b.regionCode) return true;
  return regionAncestors(a.regionCode).includes(b.regionCode) || regionAncestors(b.regionCode).includes(a.regionCode);
}

/** A template with the town filled in is nearly the same text and another vacancy: Plymouth and Bristol share a region. */
function isSameTown(a: Profile, b: Profile): boolean {
  return a.townWords.size === 0 || b.townWords.size === 0 || [...a.townWords].some((word) => b.townWords.has(word));
}

function titleSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const union = new Set([...a, ...b]);
  const shared = [...union].filter((word) => a.has(word) && b.has(word));
  if ([...union].some((word) => LEVEL_WORDS.has(word) && a.has(word) !== b.has(word))) return 0;
  return union.size === 0 ? 1 : shared.length / union.size;
}

/** Sets whose sizes differ too much cannot be that similar. */
function isLengthAlike(a: Profile, b: Profile): boolean {
  const [small, large] = [
    Math.min(a.shingles.length, b.shingles.length),
    Math.max(a.shingles.length, b.shingles.length),
  ];
  return small >= NEAR_SIMILARITY * large;
}

function profileOf(posting: DuplicateCandidate): Profile {
  const { description, title, id, employerKey, place, country, regionCode, postedOn, organisation = null } = posting;
  const words = wordsOf(description);
  // "(H/F)", "m/w/d" and "CDI" say nothing about the job.
  const titleWords = new Set(
    foldText(title)
      .split(' ')
      .filter((word) => word.length > 1 && word !== 'cdi')
      .map((word) => ({ sr: 'senior', snr: 'senior', jr: 'junior' })[word] ?? word),
  );
  return {
    ...{ id, employerKey, country, regionCode, postedOn, titleWords, organisation },
    townWords: townWordsOf(place, regionCode),
    wordCount: words.length,
    fingerprint: fingerprint(words),
    shingles: shinglesOf(words),
  };
}

function townWordsOf(place: string | null, regionCode: string | null): Set<string> {
  const codes = regionCode === null ? [] : [regionCode, ...regionAncestors(regionCode)];
  const regionWords = new Set(codes.flatMap((code) => foldText(regionName(code)).split(' ')));
  const words = foldText(place ?? '').split(' ');
  // Shorter words are articles, house numbers and halves of postal codes.
  return new Set(words.filter((word) => word.length >= 4 && !/\d/.test(word) && !regionWords.has(word)));
}

/** Shared ones first: what everybody sees cannot be a repeat of what one organisation handed in. */
function earliestFirst(a: Profile, b: Profile): number {
  if ((a.organisation === null) !== (b.organisation === null)) return a.organisation === null ? -1 : 1;
  if (a.postedOn !== b.postedOn) return (a.postedOn ?? '9999') < (b.postedOn ?? '9999') ? -1 : 1;
  return compareIds(a.id, b.id);
}

function append(table: Map<string, Profile[]>, key: string, profile: Profile): void {
  const profiles = table.get(key);
  if (profiles) profiles.push(profile);
  else table.set(key, [profile]);
}
