/** Sentences in, candidate skills out, with all signals and before any confidence: what linking ranks and training learns from. */
import { logisticProbability, type LogisticParameters } from '../../models/logistic-regression.ts';
import type { SentenceReader, SentenceReading, Span } from '../../models/sentence-reader.ts';
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
 * Sentences read together. The next are read, in threads of the model, while these are compared in this one: fewer would leave
 * the threads waiting at each end, more would only hold more memory.
 */
const SENTENCES_PER_RUN = 384;

/**
 * One proposal per sentence, in order.
 * @param minRequirementProbability sentences below are not read; 0 reads all
 * @param keep what is kept of the candidates of a sentence. They are some hundred each: a few thousand sentences of them would
 *   fill the memory faster than it is swept.
 */
export async function proposeCandidates<T>(
  sentences: readonly string[],
  deps: ProposeDeps,
  minRequirementProbability: number,
  keep: (candidates: Candidate[], at: number) => T,
  signal?: AbortSignal,
): Promise<Proposal<T>[]> {
  const proposals: Proposal<T>[] = [];
  const readFrom = (from: number) =>
    readAsking(sentences.slice(from, from + SENTENCES_PER_RUN), deps, minRequirementProbability, signal);
  let next = readFrom(0);
  for (let from = 0; from < sentences.length; from += SENTENCES_PER_RUN) {
    const readings = await next;
    next = readFrom(from + SENTENCES_PER_RUN);
    // Of two that fail the first is told; the other must not end the process.
    next.catch(() => undefined);
    proposals.push(...readings.map(({ asks }): Proposal<T> => ({ requirementProbability: asks, kept: undefined })));
    const asking = readings.flatMap((reading, at) =>
      reading.asks >= minRequirementProbability ? [{ ...reading, at: from + at }] : [],
    );
    await compareSentences(
      deps.space,
      asking,
      asking.map(({ spans }) => spans),
      (order, compared) => {
        const { at, asks } = asking[order] ?? { at: 0, asks: 0 };
        const proposal = proposals[at];
        if (proposal === undefined) return;
        proposal.kept = keep(findCandidates(deps.space, sentences[at] ?? '', compared, logOdds(asks)), at);
      },
      signal,
    );
  }
  return proposals;
}

interface AskingReading extends SentenceReading {
  /** Probability that the sentence asks for anything. */
  asks: number;
  spans: readonly Span[];
}

/** Windows are read only where a sentence asks for something. */
async function readAsking(
  sentences: readonly string[],
  { mode, reader, requirementClassifier }: ProposeDeps,
  minRequirementProbability: number,
  signal: AbortSignal | undefined,
): Promise<AskingReading[]> {
  const seen = new Map<string, { asks: number; spans: Span[] }>();
  const readings = await reader.read(
    sentences,
    (sentence, vector) => {
      const asks = logisticProbability(requirementClassifier, vector);
      const spans = asks >= minRequirementProbability ? extractWindows(sentence, mode) : [];
      seen.set(sentence, { asks, spans });
      return spans;
    },
    signal,
  );
  return readings.map((reading, at) => ({ ...reading, ...(seen.get(sentences[at] ?? '') ?? { asks: 0, spans: [] }) }));
}

/** ln(p / (1 - p)), at most 6 to either side: beyond that the classifier is only louder, not surer. */
function logOdds(probability: number): number {
  return Math.max(-6, Math.min(6, Math.log(probability / (1 - probability))));
}
