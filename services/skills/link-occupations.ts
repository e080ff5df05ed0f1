/**
 * Posting titles in, occupations of the taxonomy out: word for word where a label says so, otherwise the nearest label.
 *
 * A title is an advert, not an occupation: grades, places, hours and gender marks are cut off first, and what was cut
 * never counts against a label.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { Occupation } from '../domain/occupation.ts';
import { compareIds } from '../domain/units.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import { conceptOfEntry } from './skill-space.ts';
import { foldWord, wordsOf } from './words.ts';

export interface OccupationSpace {
  occupations: ReadonlyMap<string, Occupation>;
  /** Occupation ids by folded label, preferred labels first. */
  byLabel: ReadonlyMap<string, readonly string[]>;
  /** Every label; ids as made by `labelEntryId`. */
  labels: VectorIndex;
}

export interface RankedOccupation {
  occupationId: string;
  /** Best cosine of a label, -1 to 1, plus a little for shared words: orders candidates, means nothing alone. */
  nearness: number;
  isExact: boolean;
}

const NEIGHBOURS = 40;
/** A title that shares its words with a label is nearer than the vectors alone say. Chosen on MELO development titles. */
const WORD_WEIGHT = 0.15;

/**
 * What a title says beside the work, in the order it is cut. A word that also names work is cut only where it does not:
 * "Bank Nurse" is casual staff of the NHS, "Bank Manager" is not; "Lead Nurse" is a grade, "Infection Control Lead" the
 * role. Read on the labels of ESCO and the titles of 6,000 real postings.
 */
const NOISE = [
  /\((?:[^()]*)\)|\[[^\]]*\]/gu, // (m/w/d), (Bank), [remote]
  /\b[mfwdhx](?:\s?[/|]\s?[mfwdhx]){1,2}\b/giu, // H/F, m/w/d
  /(?<=\p{L}{3})[.·]e(?![\p{L}\p{N}])/giu, // Consultant.e
  /\b(?:band|grade|level|gs|afc)\s*-?\s*(?:\d+\w?|[ivx]+)(?:\s*(?:-|\/|to)\s*(?:band\s*)?\d+\w?)?\b/giu,
  /\b(?:full|part)[- ]time\b|\b(?:fixed[- ]term(?:\s+contract)?|locum|nights|weekends?|maternity cover|secondment|apprenticeship)\b/giu,
  /\b(?:staff\s+bank|permanent(?!\s+(?:way|secretary))|temporary(?!\s+(?:labour|staff|works))|remote(?!\s+(?:sens|pilot|head))|hybrid(?!\s+(?:engine|cloud|vehicle)))\b/giu,
  /\bcontract(?=\s*(?:$|[-–|,]|position|role|post))/giu,
  /(?<!\b(?:blood|central|commercial|corporate|food|investment|national|private|retail|tissue)\s)\bbank\b(?!\s+(?:and|accounts?|advis[eo]r|auditor|branch|business|cashier|clerk|compliance|counter|directors?|examiner|executive|foreign|governors?|loan|managers?|office|officer|operations|products?|relationship|risk|teller|treasurer|vault)\b)/giu,
  /\bnight(?=\s+(?:shift|support|care|staff|registered|qualified|nurse|unit|practitioner)\b)/giu,
  /\b(?:senior|junior|sr|jr|experienced|entry[- ]level|mid[- ]level|associate(?=\s+(?:data|software|product|engineer|scientist|analyst))|confirmée?|débutante?|expérimentée?)(?![\p{L}\p{N}])\.?(?:\s*\/\s*)?/giu,
  // Before the work these are grades, after it they are the work: vice principal, physiotherapy lead, specialty trainee.
  /(?<![\p{L}\p{N}]\s+)\b(?:lead|principal(?=[,/]?\s*\p{L})|staff(?!\s+(?:nurse|sergeant|managers?|development|supervisor|train|member|grade))|graduate|trainee|alternance|alternante?|stagiaire)(?![\p{L}\p{N}])(?:\s*\/\s*)?/giu,
  /\b(?:i{1,3}|iv|[1-5])\b(?=\s*$|\s*[-–,|])/giu,
  /(?:£|\$|€|eur\s|usd\s)\s?[\d,.]+k?(?:\s?(?:-|to)\s?(?:£|\$|€)?[\d,.]+k?)?/giu,
];

/** A piece that says how somebody is employed and nothing of the work: "Stage - 6 mois - Data Engineer". */
const TERMS_ONLY =
  /^(?:stage(?:\s+de\s+fin\s+d['’ ]?[ée]tudes?)?|cd[id]|internship|contract|\d+\s*(?:mois|months?)(?:\s+contract)?)$/iu;

/** The part of a title that names the work: before the first comma, dash or bar that leaves something to read. */
export function cleanTitle(title: string): string {
  const bare = NOISE.reduce((text, noise) => text.replace(noise, ' '), title.normalize('NFKC'));
  const pieces = bare
    .split(/\s[-–—|]\s|[|,:;]|\s@\s|\s-|\bat\b(?=\s\p{Lu})/u)
    .map((piece) => piece.replace(/\s+/g, ' ').replace(/^(?:[\s\-–/&]|\.(?!NET\b))+|[\s\-–/.&]+$/giu, ''))
    .filter((piece) => wordsOf(piece).length > 0);
  return pieces.find((piece) => !TERMS_ONLY.test(piece)) ?? pieces[0] ?? title.trim();
}

export function foldTitle(title: string): string {
  return wordsOf(title)
    .map((word) => foldWord(word.text))
    .join(' ');
}

/** Occupation candidates per title, nearest first; ties on the id. */
export async function rankOccupations(
  titles: readonly string[],
  space: OccupationSpace,
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<RankedOccupation[][]> {
  const cleaned = titles.map(cleanTitle);
  const vectors = await embedder.embed(cleaned, signal);
  return cleaned.map((title, at) => {
    const exact = exactOccupations(title, titles[at] ?? '', space);
    const words = new Set(foldTitle(title).split(' '));
    const best = new Map<string, number>();
    for (const { id, similarity } of space.labels.nearest(vectors[at] ?? new Float32Array(), NEIGHBOURS)) {
      const occupationId = conceptOfEntry(id);
      best.set(occupationId, Math.max(best.get(occupationId) ?? -1, similarity));
    }
    for (const occupationId of exact) if (!best.has(occupationId)) best.set(occupationId, 1);
    return [...best]
      .map(([occupationId, similarity]) => ({
        occupationId,
        nearness:
          similarity +
          WORD_WEIGHT * sharedWords(words, space.occupations.get(occupationId)) +
          (exact.includes(occupationId) ? 1 : 0),
        isExact: exact.includes(occupationId),
      }))
      .toSorted((a, b) => b.nearness - a.nearness || compareIds(a.occupationId, b.occupationId));
  });
}

function exactOccupations(cleaned: string, title: string, space: OccupationSpace): readonly string[] {
  for (const text of [title, cleaned]) {
    const folded = foldTitle(text);
    const found = space.byLabel.get(folded) ?? space.byLabel.get(folded.replace(/s$/, ''));
    if (found !== undefined) return found.slice(0, 1);
  }
  return [];
}

/** Jaccard overlap of the title's words with those of the label that shares most, 0 to 1. */
function sharedWords(words: ReadonlySet<string>, occupation: Occupation | undefined): number {
  if (occupation === undefined) return 0;
  const overlaps = [occupation.preferredLabel, ...occupation.altLabels].map((label) => {
    const labelWords = new Set(foldTitle(label).split(' '));
    const shared = [...labelWords].filter((word) => words.has(word)).length;
    return shared / (labelWords.size + words.size - shared);
  });
  return Math.max(0, ...overlaps);
}

/** Below this nearness a title says nothing the taxonomy knows: the posting then belongs to no occupation. */
const MIN_NEARNESS = 0.62;

export interface LinkedOccupation {
  occupationId: string;
  confidence: number;
  iscoCode: string | null;
}

/** The occupation of each title, or null when none is near. */
export async function linkOccupations(
  titles: readonly string[],
  space: OccupationSpace,
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<(LinkedOccupation | null)[]> {
  if (space.occupations.size === 0) return titles.map(() => null);
  const ranked = await rankOccupations(titles, space, embedder, signal);
  return ranked.map(([best]) => {
    if (best === undefined || best.nearness < MIN_NEARNESS) return null;
    return {
      occupationId: best.occupationId,
      confidence: Number(Math.min(1, Math.max(0, best.isExact ? 1 : best.nearness / (1 + WORD_WEIGHT))).toFixed(4)),
      iscoCode: space.occupations.get(best.occupationId)?.iscoCode ?? null,
    };
  });
}
