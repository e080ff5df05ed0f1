/**
 * Candidate skills of one sentence with everything known about each: exact hits, near labels of its windows, and how
 * near the whole sentence is. Proposes generously; the confidence decides.
 */
import type { VectorIndex } from '../matching/vector-index.ts';
import type { Window } from './extract-windows.ts';
import type { SkillSignals } from './link-features.ts';
import { contentStems, readLabelEntryId, type SkillSpace } from './skill-space.ts';
import type { LexiconHit } from './skill-lexicon.ts';
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
  windows: readonly (Window & { vector: Float32Array })[];
}

const NEIGHBOURS_PER_WINDOW = 12;
const NEIGHBOURS_PER_SENTENCE = 30;

interface Found {
  windowLabel: number;
  windowAnyLabel: number;
  window: Window | undefined;
  placeInWindow: number;
  behindBest: number;
  hit: LexiconHit | undefined;
}

export function findCandidates(space: SkillSpace, sentence: EmbeddedSentence): Candidate[] {
  const found = new Map<string, Found>();
  const entry = (skillId: string): Found => {
    const known = found.get(skillId);
    if (known) return known;
    const fresh = {
      windowLabel: 0,
      windowAnyLabel: 0,
      window: undefined,
      placeInWindow: 4,
      behindBest: 0.5,
      hit: undefined,
    };
    found.set(skillId, fresh);
    return fresh;
  };
  for (const hit of space.lexicon.hits(sentence.text)) {
    const skill = entry(hit.skillId);
    if (skill.hit === undefined || betterHit(hit, skill.hit)) skill.hit = hit;
  }
  for (const window of sentence.windows) readWindow(space.labels, window, entry);
  for (const { id } of space.labels.nearest(sentence.vector, NEIGHBOURS_PER_SENTENCE))
    entry(readLabelEntryId(id).skillId);

  const stems = new Set(wordsOf(sentence.text).map((word) => stemWord(word.text)));
  return [...found].map(([skillId, skill]) => candidateOf(space, sentence, stems, skillId, skill));
}

function readWindow(
  labels: VectorIndex,
  window: Window & { vector: Float32Array },
  entry: (skillId: string) => Found,
): void {
  const best = new Map<string, { label: number; any: number }>();
  for (const { id, similarity } of labels.nearest(window.vector, NEIGHBOURS_PER_WINDOW)) {
    const { skillId, isPreferred } = readLabelEntryId(id);
    const known = best.get(skillId) ?? { label: 0, any: 0 };
    best.set(skillId, {
      label: isPreferred ? Math.max(known.label, similarity) : known.label,
      any: Math.max(known.any, similarity),
    });
  }
  const ranked = [...best];
  const top = ranked[0]?.[1].any ?? 0;
  ranked.forEach(([skillId, { label, any }], place) => {
    const skill = entry(skillId);
    skill.windowLabel = Math.max(skill.windowLabel, label);
    skill.placeInWindow = Math.min(skill.placeInWindow, place);
    skill.behindBest = Math.min(skill.behindBest, top - any);
    if (any > skill.windowAnyLabel) {
      skill.windowAnyLabel = any;
      skill.window = window;
    }
  });
}

function betterHit(a: LexiconHit, b: LexiconHit): boolean {
  return a.wordCount > b.wordCount || (a.wordCount === b.wordCount && a.isPreferred && !b.isPreferred);
}

function candidateOf(
  space: SkillSpace,
  sentence: EmbeddedSentence,
  stems: ReadonlySet<string>,
  skillId: string,
  found: Found,
): Candidate {
  const labelVector = space.labelVector(skillId);
  const descriptionVector = space.descriptionVector(skillId);
  const words = contentStems(space.skills.get(skillId)?.preferredLabel ?? '');
  const place = found.hit ?? found.window ?? { start: 0, end: sentence.text.length };
  return {
    skillId,
    start: place.start,
    end: place.end,
    hit: found.hit,
    windowLabel: found.hit?.isPreferred === true ? 1 : found.windowLabel,
    windowAnyLabel: found.hit === undefined ? found.windowAnyLabel : 1,
    placeInWindow: found.hit === undefined ? found.placeInWindow : 0,
    behindBest: found.hit === undefined ? found.behindBest : 0,
    sentenceLabel: labelVector === undefined ? 0 : dot(sentence.vector, labelVector),
    sentenceDescription: descriptionVector === undefined ? 0 : dot(sentence.vector, descriptionVector),
    labelWordsPresent: words.length === 0 ? 0 : words.filter((word) => stems.has(word)).length / words.length,
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
