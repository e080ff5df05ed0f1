/**
 * Sentences in, links to skills out: each with a confidence, a place in the sentence and how it was found.
 *
 * English goes through the vector space. The model knows no other language, so there only labels of that language and
 * technology names are matched word for word, and the reply says so (`lexicalOnly`).
 */
import { blendedProbability, type BlendedClassifier } from '../../models/blended-classifier.ts';
import type { LinkMethod } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';
import { blankAddresses } from './blank-addresses.ts';
import type { Candidate } from './find-candidates.ts';
import { confidenceWithHit, hitConfidence, type AliasTrust } from './hit-confidence.ts';
import { linkFeatures } from './link-features.ts';
import { proposeCandidates, type ProposeDeps } from './propose-candidates.ts';
import type { SentenceMemory } from './sentence-memory.ts';
import type { LexiconHit, SkillLexicon } from './skill-lexicon.ts';

export interface MentionLink {
  skillId: string;
  /** Probability that the sentence asks for the skill, 0 to 1. */
  confidence: number;
  /** UTF-16 code units into the sentence. */
  start: number;
  end: number;
  method: LinkMethod;
}

export interface SentenceLinks {
  /** Probability that the sentence asks for anything; 1 where no classifier can tell (other languages). */
  requirementProbability: number;
  lexicalOnly: boolean;
  /** Surest first; ties on the skill id. */
  links: readonly MentionLink[];
}

export interface LinkMentionsDeps extends ProposeDeps {
  linkConfidence: BlendedClassifier;
  aliases: AliasTrust;
  lexiconOf: (language: string) => SkillLexicon;
  /** Of earlier calls with the same parts; without one only repeats within a call are read once. */
  memory?: SentenceMemory<SentenceLinks>;
}

export interface LinkOptions {
  /** Links below are not made. */
  minConfidence: number;
  /** Sentences below ask for nothing. 0 links every sentence. */
  minRequirementProbability: number;
}

/** Of stored links. Chosen by evidence, see docs/adr/0041 and models/README.md. */
export const DEFAULT_LINK_OPTIONS: LinkOptions = { minConfidence: 0.65, minRequirementProbability: 0.2 };

export const MODEL_LANGUAGE = 'en';

/** Whether the model reads texts of a language; those of an unknown one are read as English. */
export function isReadByModel(language: string | null): language is typeof MODEL_LANGUAGE | null {
  return language === null || language === MODEL_LANGUAGE;
}

/** One result per sentence, in order; equal sentences share one. */
export async function linkMentions(
  texts: readonly string[],
  language: string | null,
  deps: LinkMentionsDeps,
  options: LinkOptions,
  signal?: AbortSignal,
): Promise<SentenceLinks[]> {
  const sentences = texts.map(blankAddresses);
  if (!isReadByModel(language)) {
    const lexicon = deps.lexiconOf(language);
    return sentences.map((sentence) => linkByWords(sentence, lexicon, deps.aliases, options));
  }
  const found = new Map(sentences.map((sentence) => [sentence, deps.memory?.recall(sentence, options)]));
  const unknown = [...found.keys()].filter((sentence) => found.get(sentence) === undefined);
  const ranked = await rankCandidates(unknown, deps, options, signal);
  ranked.forEach(({ requirementProbability, candidates }, at) => {
    const sentence = unknown[at] ?? '';
    const linked = { requirementProbability, lexicalOnly: false, links: selectLinks(candidates) };
    found.set(sentence, linked);
    deps.memory?.remember(sentence, options, linked);
  });
  return sentences.map((sentence) => found.get(sentence) ?? NOTHING_FOUND);
}

const NOTHING_FOUND: SentenceLinks = { requirementProbability: 0, lexicalOnly: false, links: [] };

export interface RankedSentence {
  requirementProbability: number;
  /** Surest first; empty when the sentence asks for nothing. */
  candidates: RankedCandidate[];
}

/** What is needed to choose among candidates. */
export type RankedCandidate = Pick<Candidate, 'skillId' | 'start' | 'end' | 'hit'> & { confidence: number };

/** Candidates of at least a confidence, before any choice: with 0 what evaluation ranks. */
export async function rankCandidates(
  sentences: readonly string[],
  deps: LinkMentionsDeps,
  { minConfidence, minRequirementProbability }: LinkOptions,
  signal?: AbortSignal,
): Promise<RankedSentence[]> {
  const isSure = ({ confidence }: RankedCandidate) => confidence >= minConfidence;
  const rank = (candidates: readonly Candidate[], at: number): RankedCandidate[] =>
    candidates
      .map((candidate) => toRanked(candidate, sentences[at] ?? '', deps))
      .filter(isSure)
      .toSorted(bySurest);
  const proposals = await proposeCandidates(sentences, deps, minRequirementProbability, rank, signal);
  return proposals.map(({ requirementProbability, kept }, at) => ({
    requirementProbability,
    candidates: kept ?? namedCandidates(sentences[at] ?? '', deps).filter(isSure),
  }));
}

function toRanked(candidate: Candidate, text: string, deps: LinkMentionsDeps): RankedCandidate {
  const { skillId, start, end, hit } = candidate;
  return { skillId, start, end, hit, confidence: confidenceOf(candidate, text, deps) };
}

function confidenceOf(candidate: Candidate, text: string, { linkConfidence, aliases }: LinkMentionsDeps): number {
  const trained = blendedProbability(linkConfidence, linkFeatures(candidate));
  return confidenceWithHit(trained, candidate.hit, text.slice(candidate.start, candidate.end), aliases);
}

/** The classifier misses bare lists of tools ("Google Analytics 4 and Tag Manager"): a name counts wherever it stands. */
function namedCandidates(text: string, { space, aliases }: LinkMentionsDeps): RankedCandidate[] {
  return candidatesOfHits(
    space.lexicon.hits(text).filter((hit) => hit.isName),
    aliases,
  );
}

/** Surest first. */
function candidatesOfHits(hits: readonly LexiconHit[], aliases: AliasTrust): RankedCandidate[] {
  return hits.map((hit) => ({ ...hit, hit, confidence: hitConfidence(hit, aliases) })).toSorted(bySurest);
}

function bySurest(a: { confidence: number; skillId: string }, b: { confidence: number; skillId: string }): number {
  return b.confidence - a.confidence || compareIds(a.skillId, b.skillId);
}

/**
 * One meaning for one stretch of words: of candidates read in overlapping places only the surest stays. Words that somebody
 * wrote down as a name of a skill mean that skill, whatever else is near to them.
 */
function selectLinks(candidates: readonly RankedCandidate[]): MentionLink[] {
  const named = new Set(candidates.filter(({ hit }) => hit?.isCurated === true).map(placeOf));
  const chosen: MentionLink[] = [];
  for (const { skillId, confidence, start, end, hit } of candidates) {
    if (hit === undefined && named.has(placeOf({ start, end }))) continue;
    if (chosen.some((link) => link.skillId === skillId || overlap(link, { start, end }) > 0.5)) continue;
    const method = hit === undefined ? 'dense' : hit.isPreferred ? 'label' : 'alias';
    chosen.push({ skillId, confidence: Number(confidence.toFixed(4)), start, end, method });
  }
  return chosen;
}

function placeOf({ start, end }: { start: number; end: number }): string {
  return `${start}-${end}`;
}

/** Shared part of the shorter of two stretches, 0 to 1. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / Math.min(a.end - a.start, b.end - b.start);
}

function linkByWords(
  sentence: string,
  lexicon: SkillLexicon,
  aliases: AliasTrust,
  { minConfidence }: LinkOptions,
): SentenceLinks {
  const links = selectLinks(
    candidatesOfHits(lexicon.hits(sentence), aliases).filter(({ confidence }) => confidence >= minConfidence),
  );
  return { requirementProbability: 1, lexicalOnly: true, links };
}
