/** Fits the map from a window in its sentence to the same window alone, on windows that are encoded both ways. */
import { embedWords, windowEvidence } from '../../models/one-pass-reader.ts';
import { RidgeSums } from '../../models/ridge-regression.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { TokenReader } from '../../models/token-reader.ts';
import {
  projectionInput,
  projectionInputs,
  projectSentence,
  projectWindow,
  projectWord,
  writeWindowProjection,
  type WindowEvidence,
  type WindowProjection,
} from '../../models/window-projection.ts';
import { dot, meanOf } from '../../models/unit-vector.ts';
import { mean } from '../evaluate/metrics.ts';
import { extractWindows } from '../skills/extract-windows.ts';
import { round } from './train-requirement-classifier.ts';

interface WindowPair {
  evidence: WindowEvidence;
  text: string;
}

/** Chosen on HOUSE and TECH validation: 1 and 10 differ by .005 in cosine, 100 loses .05. */
const PENALTY = 1;

/** Fits the map and writes it beside the other parameters of models/. @returns its card */
export async function trainWindowProjection(
  ...input: Parameters<typeof fitWindowProjection>
): Promise<WindowProjection['card']> {
  const projection = await fitWindowProjection(...input);
  writeWindowProjection(projection);
  return projection.card;
}

/** @param heldOut sentences the map is not fitted on: how near its windows come, beside the plain mean of tokens */
export async function fitWindowProjection(
  sentences: readonly string[],
  heldOut: readonly string[],
  tokens: TokenReader,
  embedder: TextEmbedder,
): Promise<WindowProjection> {
  const { dimensions } = tokens;
  const sums = new RidgeSums(projectionInputs(dimensions), dimensions);
  const pairs = await pairsOf(sentences, tokens, embedder);
  const targets = await embedder.embed(pairs.map(({ text }) => text));
  pairs.forEach(({ evidence }, at) => {
    sums.add(projectionInput(evidence), targets[at] ?? new Float32Array(dimensions));
  });
  const projection = { modelId: embedder.modelId, dimensions, card: {}, weights: sums.solve(PENALTY) };
  const unseen = await pairsOf(heldOut, tokens, embedder);
  const truths = await embedder.embed(unseen.map(({ text }) => text));
  const cosine = (vectorOf: (evidence: WindowEvidence) => Float32Array) =>
    round(mean(unseen.map(({ evidence }, at) => dot(vectorOf(evidence), truths[at] ?? new Float32Array()))));
  return {
    ...projection,
    card: {
      trainedOn: 'windows of SkillSkape train and SkillSpan train sentences, encoded alone and in their sentence',
      windows: pairs.length,
      heldOut: {
        windows: unseen.length,
        cosine: cosine((evidence) => projectAlone(projection, evidence)),
        cosineOfPlainMean: cosine((evidence) => evidence.tokens),
      },
    },
  };
}

function projectAlone(projection: WindowProjection, evidence: WindowEvidence): Float32Array {
  const words = evidence.words.map((word) => projectWord(projection, word));
  const mean = meanOf(words, 0, words.length, projection.dimensions);
  return projectWindow(projection, evidence, mean, projectSentence(projection, evidence.sentence));
}

async function pairsOf(
  sentences: readonly string[],
  tokens: TokenReader,
  embedder: TextEmbedder,
): Promise<WindowPair[]> {
  const wordVectors = await embedWords(sentences, embedder);
  const pairs: WindowPair[][] = [];
  await tokens.read(sentences, (at, reading) => {
    const sentence = sentences[at] ?? '';
    const windows = extractWindows(sentence, 'fast');
    const evidence = windowEvidence(reading, windows, sentence, wordVectors) ?? [];
    pairs[at] = evidence.map((one, number) => ({ evidence: one, text: windows[number]?.text ?? '' }));
  });
  return pairs.flat();
}
