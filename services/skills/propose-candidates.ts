/** Sentences in, candidate skills out, with all signals and before any confidence: what linking ranks and training learns from. */
import { logisticProbability, type LogisticParameters } from '../../models/logistic-regression.ts';
import type { SentenceReader, Span } from '../../models/sentence-reader.ts';
import { compareSentences } from './compare-sentences.ts';
import { extractWindows, type WindowMode } from './extract-windows.ts';
import { findCandidates, type Candidate } from './find-candidates.ts';
import type { SkillSpace } from './skill-space.ts';

export interface ProposeDeps {
  space: SkillSpace;
  /** Which windows of a sentence are read; the reader and the link confidence are made for this mode. */
  mode: WindowMode;
  reader: SentenceReader;
  /** Weights over the sentence vector. */
  requirementClassifier: LogisticParameters;
}

export interface Proposal<T> {
  /** Probability that the sentence asks for anything. */
  requirementProbability: number;
  /** Undefined when the sentence asks for nothing. */
  kept: T | undefined;
}

/**
 * One proposal per sentence, in order.
 * @param minRequirementProbability sentences below are not read; 0 reads all
 * @param keep what is kept of the candidates of a sentence. They are some hundred each: a few thousand sentences of them would
 *   fill the memory faster than it is swept.
 */
export async function proposeCandidates<T>(
  sentences: readonly string[],
  { space, mode, reader, requirementClassifier }: ProposeDeps,
  minRequirementProbability: number,
  keep: (candidates: Candidate[], at: number) => T,
  signal?: AbortSignal,
): Promise<Proposal<T>[]> {
  const spansOf = new Map<string, Span[]>();
  const readings = await reader.read(
    sentences,
    (sentence, vector) => {
      const asks = logisticProbability(requirementClassifier, vector) >= minRequirementProbability;
      const windows = asks ? extractWindows(sentence, mode) : [];
      spansOf.set(sentence, windows);
      return windows;
    },
    signal,
  );
  const proposals = readings.map(({ vector }): Proposal<T> => ({
    requirementProbability: logisticProbability(requirementClassifier, vector),
    kept: undefined,
  }));
  const asking = [...proposals.keys()].filter(
    (at) => (proposals[at]?.requirementProbability ?? 0) >= minRequirementProbability,
  );
  await compareSentences(
    space,
    asking.map((at) => readings[at] ?? { vector: new Float32Array(), windows: [] }),
    asking.map((at) => spansOf.get(sentences[at] ?? '') ?? []),
    (number, compared) => {
      const at = asking[number] ?? 0;
      const proposal = proposals[at];
      if (proposal === undefined) return;
      const logOddsOfAsking = logOdds(proposal.requirementProbability);
      proposal.kept = keep(findCandidates(space, sentences[at] ?? '', compared, logOddsOfAsking), at);
    },
    signal,
  );
  return proposals;
}

/** ln(p / (1 - p)), at most 6 to either side: beyond that the classifier is only louder, not surer. */
function logOdds(probability: number): number {
  return Math.max(-6, Math.min(6, Math.log(probability / (1 - probability))));
}
