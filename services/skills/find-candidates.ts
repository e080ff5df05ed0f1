/**
 * Candidate skills of one sentence with everything known about each: exact hits, how near its windows and how near the
 * whole sentence is. Proposes generously; the confidence decides.
 */
import type { Span } from '../../models/sentence-reader.ts';
import { dot } from '../../models/unit-vector.ts';
import type { SkillSignals } from './link-features.ts';
import type { LexiconHit } from './skill-lexicon.ts';
import { conceptOfEntry, type SkillSpace, type SkillTraits } from './skill-space.ts';
import { stemWord, wordsOf } from './words.ts';

export interface Candidate extends SkillSignals {
  skillId: string;
  /** Where in the sentence the skill was read: the exact hit, or else the nearest window. */
  start: number;
  end: number;
}

export interface EmbeddedSentence {
  text: string;
  vector: Float32Array;
  windows: readonly (Span & { vector: Float32Array })[];
  /** ln(p / (1 - p)) of the probability that the sentence asks for anything. */
  requirementLogOdds: number;
}

/** Of labels and of means of labels together: about half as many skills. */
const NEIGHBOURS_PER_WINDOW = 12;
const NEIGHBOURS_PER_SENTENCE = 30;
const DESCRIPTIONS_PER_SENTENCE = 15;

export function findCandidates(space: SkillSpace, sentence: EmbeddedSentence): Candidate[] {
  const { text, vector } = sentence;
  const hits = bestHits(space.lexicon.hits(text));
  // A sentence too short for any window is its own.
  const windows = (sentence.windows.length > 0 ? sentence.windows : [{ start: 0, end: text.length, vector }]).map(
    (window) => ({ ...window, near: nearestSkills(space, window.vector, NEIGHBOURS_PER_WINDOW) }),
  );
  const skillIds = new Set([
    ...hits.keys(),
    ...windows.flatMap(({ near }) => near.map(({ skillId }) => skillId)),
    ...nearestSkills(space, vector, NEIGHBOURS_PER_SENTENCE).map(({ skillId }) => skillId),
    ...space.descriptions.nearest(vector, DESCRIPTIONS_PER_SENTENCE).map(({ id }) => id),
  ]);
  const stems = new Set(wordsOf(text).map((word) => stemWord(word.text)));
  const sentenceBest = Math.max(...windows.map(({ near }) => near[0]?.similarity ?? 0));

  return [...skillIds].map((skillId) => {
    const traits = space.traitsOf(skillId);
    const read = readInWindows(skillId, traits, windows);
    const found = hits.get(skillId);
    const { start, end } = found?.hit ?? read.window;
    return {
      skillId,
      start,
      end,
      ...labelWords(traits, stems),
      hit: found?.hit,
      aliasSharedBy: found?.sharedBy ?? 1,
      windowLabel: read.label,
      windowAllLabels: read.allLabels,
      behindWindowBest: read.behindBest,
      behindSentenceBest: Math.max(0, sentenceBest - read.best),
      placeInWindow: read.place,
      sentenceLabel: dot(vector, traits.label),
      sentenceAllLabels: dot(vector, traits.allLabels),
      sentenceDescription: traits.description === undefined ? 0 : dot(vector, traits.description),
      reuseLevel: traits.reuseLevel,
      occupations: traits.occupations,
      requirementLogOdds: sentence.requirementLogOdds,
    };
  });
}

interface NearSkill {
  skillId: string;
  similarity: number;
}
type ReadWindow = Span & { vector: Float32Array; near: readonly NearSkill[] };

/** Nearest first, each skill once. */
function nearestSkills(space: SkillSpace, vector: Float32Array, limit: number): NearSkill[] {
  const best = new Map<string, number>();
  for (const { id, similarity } of space.labels.nearest(vector, limit)) {
    const skillId = conceptOfEntry(id);
    if (!best.has(skillId)) best.set(skillId, similarity);
  }
  return [...best].map(([skillId, similarity]) => ({ skillId, similarity }));
}

function readInWindows(skillId: string, traits: SkillTraits, windows: readonly ReadWindow[]) {
  let label = -1;
  let allLabels = -1;
  let best = -1;
  let window: ReadWindow | undefined;
  for (const one of windows) {
    const toLabel = dot(one.vector, traits.label);
    const toAll = dot(one.vector, traits.allLabels);
    label = Math.max(label, toLabel);
    allLabels = Math.max(allLabels, toAll);
    const nearer = Math.max(toLabel, toAll);
    if (nearer > best) {
      best = nearer;
      window = one;
    }
  }
  const near = window?.near ?? [];
  const place = near.findIndex((skill) => skill.skillId === skillId);
  return {
    label,
    allLabels,
    best,
    behindBest: Math.max(0, (near[0]?.similarity ?? best) - best),
    place: place === -1 ? near.length : place,
    window: window ?? { start: 0, end: 0 },
  };
}

/** The best word-for-word hit of each skill, and how many skills its words could mean. */
function bestHits(hits: readonly LexiconHit[]): Map<string, { hit: LexiconHit; sharedBy: number }> {
  const best = new Map<string, { hit: LexiconHit; sharedBy: number }>();
  for (const hit of hits) {
    const known = best.get(hit.skillId)?.hit;
    if (known !== undefined && !isBetterHit(hit, known)) continue;
    const sharedBy = hits.filter(({ start, end }) => start === hit.start && end === hit.end).length;
    best.set(hit.skillId, { hit, sharedBy });
  }
  return best;
}

function isBetterHit(a: LexiconHit, b: LexiconHit): boolean {
  return a.wordCount > b.wordCount || (a.wordCount === b.wordCount && a.isPreferred && !b.isPreferred);
}

function labelWords({ stems }: SkillTraits, present: ReadonlySet<string>) {
  const found = stems.filter(({ stem }) => present.has(stem));
  const weight = (some: SkillTraits['stems']) => some.reduce((sum, one) => sum + one.weight, 0);
  return {
    labelWordCount: stems.length,
    labelWordsPresent: stems.length === 0 ? 0 : found.length / stems.length,
    labelWeightPresent: stems.length === 0 ? 0 : weight(found) / weight(stems),
  };
}
