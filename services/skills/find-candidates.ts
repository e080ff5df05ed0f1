/**
 * Candidate skills of one sentence with everything known about each: exact hits, how near its windows and how near the
 * whole sentence is, the words they share. Proposes generously; the confidence decides.
 */
import type { Span } from '../../models/sentence-reader.ts';
import type { ComparedSentence, ComparedText } from './compare-sentences.ts';
import type { SkillSignals } from './link-features.ts';
import { nearestSkills, type NearSkill } from './nearest-skills.ts';
import { endsInPeople } from './people-words.ts';
import type { LexiconHit } from './skill-lexicon.ts';
import type { SkillSpace } from './skill-space.ts';
import { contentStems, type LabelStems, type SkillTraits } from './skill-traits.ts';
import { stemWord, wordsOf } from './words.ts';

export interface Candidate extends SkillSignals {
  skillId: string;
  /** Where in the sentence the skill was read: the exact hit, or else the nearest window. */
  start: number;
  end: number;
}

const NEIGHBOURS_PER_WINDOW = 8;
const NEIGHBOURS_PER_SENTENCE = 16;
const DESCRIPTIONS_PER_SENTENCE = 8;
const DOCUMENTS_PER_SENTENCE = 6;
/** A skill among the first so many of a window is near it. */
const NEAR_PLACES = 5;

/** @param requirementLogOdds ln(p / (1 - p)) of the probability that the sentence asks for anything */
export function findCandidates(
  space: SkillSpace,
  text: string,
  compared: ComparedSentence,
  requirementLogOdds: number,
): Candidate[] {
  const { skillIds, traits, lexicon, documents } = space;
  const hits = bestHits(lexicon.hits(text), space);
  const whole: ReadWindow = { ...compared, start: 0, end: text.length };
  const windows = (compared.windows.length > 0 ? compared.windows : [whole]).map((window) => ({
    ...window,
    near: window.near.slice(0, NEIGHBOURS_PER_WINDOW),
  }));
  const inDocuments = documents.compare(contentStems(text));
  const found = new Set([
    ...hits.keys(),
    ...windows.flatMap(({ near }) => near.map(({ skill }) => skill)),
    ...compared.near.slice(0, NEIGHBOURS_PER_SENTENCE).map(({ skill }) => skill),
    ...nearestSkills(compared.descriptions, DESCRIPTIONS_PER_SENTENCE).map(({ skill }) => skill),
    ...nearestSkills(inDocuments, DOCUMENTS_PER_SENTENCE).map(({ skill }) => skill),
  ]);
  const stems = stemsOf(text);
  const sentenceBest = Math.max(...windows.map(({ near }) => near[0]?.similarity ?? 0));
  const nearWindows = countNear(windows);
  const placeAt = readPlaces(text);

  const candidates: Candidate[] = [];
  for (const skill of found) {
    const skillId = skillIds[skill];
    const known = traits[skill];
    const hit = hits.get(skill);
    if (skillId === undefined || known === undefined || (known.isOnlyNamed && hit === undefined)) continue;
    if (known.evidenceNeeded?.test(text) === false) continue;
    const read = readInWindows(skill, windows);
    const { start, end } = hit?.hit ?? read.window;
    const place = placeAt(start, end);
    candidates.push({
      skillId,
      start,
      end,
      ...wordsShared(known, stems),
      documentSimilarity: inDocuments[skill] ?? 0,
      hit: hit?.hit,
      aliasSharedBy: hit?.sharedBy ?? 1,
      windowLabel: read.label,
      windowAllLabels: read.allLabels,
      behindWindowBest: read.behindBest,
      behindSentenceBest: Math.max(0, sentenceBest - read.best),
      placeInWindow: read.place,
      nearWindows: nearWindows.get(skill) ?? 0,
      sentenceLabel: compared.labels[skill] ?? 0,
      sentenceAllLabels: compared.allLabels[skill] ?? 0,
      sentenceDescription: compared.descriptions[skill] ?? 0,
      isKnowledge: known.isKnowledge,
      labelWeightInPlace: weightPresent(known.label, place.stems),
      endsInPeople: place.endsInPeople,
      reuseLevel: known.reuseLevel,
      occupations: known.occupations,
      requirementLogOdds,
    });
  }
  return candidates;
}

type ReadWindow = Span & ComparedText;

function readInWindows(skill: number, windows: readonly ReadWindow[]) {
  let label = -1;
  let allLabels = -1;
  let best = -1;
  let window: ReadWindow | undefined;
  for (const one of windows) {
    const toLabel = one.labels[skill] ?? 0;
    const toAll = one.allLabels[skill] ?? 0;
    label = Math.max(label, toLabel);
    allLabels = Math.max(allLabels, toAll);
    const toEither = Math.max(toLabel, toAll);
    if (toEither > best) {
      best = toEither;
      window = one;
    }
  }
  const near = window?.near ?? [];
  return {
    label,
    allLabels,
    best,
    behindBest: Math.max(0, (near[0]?.similarity ?? best) - best),
    place: placeOf(skill, near),
    window: window ?? { start: 0, end: 0 },
  };
}

/** Many skills are read off the same few places of a text: each is looked at once. */
function readPlaces(text: string): (start: number, end: number) => { stems: Set<string>; endsInPeople: boolean } {
  const known = new Map<string, { stems: Set<string>; endsInPeople: boolean }>();
  return (start, end) => {
    const key = `${start}-${end}`;
    const place = known.get(key) ?? {
      stems: stemsOf(text.slice(start, end)),
      endsInPeople: endsInPeople(text.slice(start, end)),
    };
    known.set(key, place);
    return place;
  };
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map((word) => stemWord(word.text)));
}

/** Of each skill the windows that have it among their nearest. */
function countNear(windows: readonly ReadWindow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { near } of windows) {
    for (let place = 0; place < Math.min(NEAR_PLACES, near.length); place++) {
      const skill = near[place]?.skill ?? -1;
      counts.set(skill, (counts.get(skill) ?? 0) + 1);
    }
  }
  return counts;
}

/** 0 for the nearest skill of a window; as many as there are for one that is not among them. */
function placeOf(skill: number, near: readonly NearSkill[]): number {
  for (let place = 0; place < near.length; place++) if (near[place]?.skill === skill) return place;
  return near.length;
}

/** By position: the best word-for-word hit of each skill, and how many skills its words could mean. */
function bestHits(
  hits: readonly LexiconHit[],
  { positionOf }: SkillSpace,
): Map<number, { hit: LexiconHit; sharedBy: number }> {
  const best = new Map<number, { hit: LexiconHit; sharedBy: number }>();
  for (const hit of hits) {
    const skill = positionOf.get(hit.skillId);
    if (skill === undefined) continue;
    const known = best.get(skill)?.hit;
    if (known !== undefined && !isBetterHit(hit, known)) continue;
    const sharedBy = hits.filter(({ start, end }) => start === hit.start && end === hit.end).length;
    best.set(skill, { hit, sharedBy });
  }
  return best;
}

function isBetterHit(a: LexiconHit, b: LexiconHit): boolean {
  return a.wordCount > b.wordCount || (a.wordCount === b.wordCount && a.isPreferred && !b.isPreferred);
}

function wordsShared({ label, labels }: SkillTraits, present: ReadonlySet<string>) {
  const { stems } = label;
  let words = 0;
  for (const { stem } of stems) if (present.has(stem)) words += 1;
  let anyLabel = 0;
  for (const one of labels) anyLabel = Math.max(anyLabel, weightPresent(one, present));
  return {
    labelWordCount: stems.length,
    labelWordsPresent: stems.length === 0 ? 0 : words / stems.length,
    labelWeightPresent: weightPresent(label, present),
    anyLabelWeightPresent: anyLabel,
  };
}

/** Part of the weight of a label's words that stands in the sentence, 0 to 1. */
function weightPresent({ stems, weight }: LabelStems, present: ReadonlySet<string>): number {
  if (weight === 0) return 0;
  let found = 0;
  for (const { stem, weight: own } of stems) if (present.has(stem)) found += own;
  return found / weight;
}
