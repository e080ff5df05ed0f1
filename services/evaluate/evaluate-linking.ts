/**
 * How well sentences are linked to skills: gold sentences and a ranker in, the usual measures beside four baselines out.
 *
 * Protocol of the published HOUSE and TECH figures: every sentence ranks all targets, means over the sentences with a
 * label among them. Candidates that are no target are passed over. All measures are shares, 0 to 1, never percent.
 */
import { buildBm25 } from './bm25.ts';
import { expectedCalibrationError, type Prediction } from './calibration-error.ts';
import { buildDenseRanker } from './dense-ranker.ts';
import { collectTargets, restrictTargets, type LabelFile, type LinkingTarget } from './linking-targets.ts';
import { reciprocalRank, rPrecisionAt } from './metrics.ts';
import { rankAtRandom } from './random-ranker.ts';
import { linkingQueries, type LinkingGoldFile, type LinkingQuery } from './read-linking-gold.ts';
import {
  distinctIds,
  idsOf,
  someExamples,
  summariseQueries,
  type EvaluationSettings,
  type Summary,
} from './summarise-queries.ts';
import { buildTfidf } from './tfidf.ts';

export interface EvaluateLinkingInput extends EvaluationSettings {
  gold: LinkingGoldFile;
  /** Only these are targets. Every skill of `skills` otherwise. */
  labels?: LabelFile | undefined;
  /** The skills of the imported taxonomy under their preferred labels. */
  skills: readonly LinkingTarget[];
  /** The linker: candidates of each sentence, best first, with the probability that the sentence asks for them. */
  rankSkills: (sentences: readonly string[]) => Promise<{ skillId: string; confidence: number }[][]>;
  /** A steadily rising clock in milliseconds. */
  nowMs: () => number;
}

const MEASURES = ['mrr', 'rpAt1', 'rpAt5', 'rpAt10'] as const;
export type LinkingQuality = Summary<(typeof MEASURES)[number]>;

export interface LinkingEvaluation extends LinkingQuality {
  queries: number;
  skippedQueries: number;
  /** Labels of the gold file that are no target, and up to 20 of them. */
  unknownLabels: number;
  unknownLabelExamples: string[];
  /** Labels of the labels file that the taxonomy lacks, and up to 20 of them. */
  missingTargets: number;
  missingTargetExamples: string[];
  targets: number;
  baselines: Record<'random' | 'bm25' | 'tfidf' | 'labelOnly', LinkingQuality>;
  /** Expected calibration error over all candidates returned, 10 bins of equal width. */
  ece: number;
  calibration: { allCandidates: CalibrationErrors; topCandidate: CalibrationErrors };
  /** Of the linker alone, in one call, with whatever its caches held. */
  sentencesPerSecond: number;
}

/** Expected calibration errors with 10 bins, over `predictions` candidates. */
export interface CalibrationErrors {
  predictions: number;
  equalWidth: number;
  equalMass: number;
}

/** @throws InvalidInputError when no sentence has a label among the targets */
export async function evaluateLinking(input: EvaluateLinkingInput): Promise<LinkingEvaluation> {
  const { targets, missingLabels } =
    input.labels === undefined
      ? { targets: collectTargets(input.skills), missingLabels: [] }
      : restrictTargets(input.skills, input.labels);
  const { queries, skippedQueries, unknownLabels } = linkingQueries(input.gold, targets.findTarget);
  const sentences = queries.map(({ text }) => text);

  const startMs = input.nowMs();
  const candidates = await input.rankSkills(sentences);
  const seconds = (input.nowMs() - startMs) / 1000;
  const answers = candidates.map((some) => keepTargets(some, targets.targetIdOf));

  // After the linker was timed, so that the baseline warms no cache for it.
  const documents = targets.targets.map(({ id, label }) => ({ id, text: label }));
  const bm25 = buildBm25(documents);
  const tfidf = buildTfidf(documents);
  const labelOnly = await buildDenseRanker(documents, input.embedder, input.signal);
  const sentenceVectors = await input.embedder.embed(sentences, input.signal);
  const measure = (rankings: readonly (readonly string[])[]): LinkingQuality =>
    summariseQueries(measureQueries(queries, rankings), MEASURES, input.randomFor);

  const predictions = answers.map((some, at) =>
    some.map(({ id, confidence }) => ({ confidence, isRelevant: queries[at]?.relevant.has(id) ?? false })),
  );
  const allCandidates = measureCalibration(predictions.flat());
  return {
    queries: queries.length,
    skippedQueries,
    unknownLabels: unknownLabels.length,
    unknownLabelExamples: someExamples(unknownLabels),
    missingTargets: missingLabels.length,
    missingTargetExamples: someExamples(missingLabels),
    targets: targets.targets.length,
    ...measure(answers.map((some) => some.map(({ id }) => id))),
    baselines: {
      random: measure(rankAtRandom(idsOf(documents), sentences.length, input.randomFor('random order'))),
      bm25: measure(sentences.map((text) => idsOf(bm25.rank(text, documents.length)))),
      tfidf: measure(sentences.map((text) => idsOf(tfidf.rank(text, documents.length)))),
      labelOnly: measure(sentenceVectors.map((vector) => idsOf(labelOnly.rank(vector, documents.length)))),
    },
    ece: allCandidates.equalWidth,
    calibration: { allCandidates, topCandidate: measureCalibration(predictions.flatMap((some) => some.slice(0, 1))) },
    sentencesPerSecond: seconds > 0 ? sentences.length / seconds : 0,
  };
}

interface Answer {
  id: string;
  confidence: number;
}

/** Candidates as targets; of several for one target only the first. */
function keepTargets(
  candidates: readonly { skillId: string; confidence: number }[],
  targetIdOf: (skillId: string) => string | undefined,
): Answer[] {
  const kept = new Map<string, Answer>();
  for (const { skillId, confidence } of candidates) {
    const id = targetIdOf(skillId);
    if (id !== undefined && !kept.has(id)) kept.set(id, { id, confidence });
  }
  return [...kept.values()];
}

function measureQueries(queries: readonly LinkingQuery[], rankings: readonly (readonly string[])[]) {
  return queries.map(({ relevant }, at) => {
    const ranked = distinctIds(rankings[at] ?? []);
    return {
      mrr: reciprocalRank(ranked, relevant),
      rpAt1: rPrecisionAt(ranked, relevant, 1),
      rpAt5: rPrecisionAt(ranked, relevant, 5),
      rpAt10: rPrecisionAt(ranked, relevant, 10),
    };
  });
}

function measureCalibration(predictions: readonly Prediction[]): CalibrationErrors {
  return {
    predictions: predictions.length,
    equalWidth: expectedCalibrationError(predictions, 'equal-width'),
    equalMass: expectedCalibrationError(predictions, 'equal-mass'),
  };
}
