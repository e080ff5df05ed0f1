/** Fits the map from a window in its sentence to the same window alone, on windows that are encoded both ways. */
import { openNativeProducts } from '../../models/native-products.ts';
import { evidenceOf, seeWindows, type SeenWindow } from '../../models/one-pass-reader.ts';
import { RidgeSums } from '../../models/ridge-regression.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { TokenReader } from '../../models/token-reader.ts';
import {
  checksumOf,
  projectionInput,
  projectionInputs,
  projectionMatrix,
  projectWindows,
  writeWindowProjection,
  type WindowEvidence,
  type WindowProjection,
} from '../../models/window-projection.ts';
import { dot } from '../../models/unit-vector.ts';
import { mean } from '../evaluate/metrics.ts';
import { extractWindows } from '../skills/extract-windows.ts';
import { round } from './train-requirement-classifier.ts';

interface WindowPair {
  evidence: WindowEvidence;
  text: string;
}

/** Chosen on HOUSE and TECH validation: 1 and 10 differ by .005 in cosine, 100 loses .05. */
const PENALTY = 1;

/**
 * Words of the windows that teach the map, beside clauses of up to nine. With windows of five among them, which the fast mode reads,
 * too, it ranked worse on HOUSE and TECH (MRR by five blocks .695 and .769 without, .679 and .761 with).
 */
const TAUGHT_LENGTHS = [3];

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
  const weights = sums.solve(PENALTY);
  const projection = { modelId: embedder.modelId, dimensions, card: {}, weights, checksum: checksumOf(weights) };
  const unseen = await pairsOf(heldOut, tokens, embedder);
  const truths = await embedder.embed(unseen.map(({ text }) => text));
  const { matrix, columns } = projectionMatrix(projection);
  const products = openNativeProducts();
  const map = await products.createProduct(matrix, columns, 'fp32');
  const mapped = await projectWindows(
    map,
    unseen.map(({ evidence }) => evidence),
  );
  await products.close();
  const cosine = (vectors: readonly (Float32Array | undefined)[]) =>
    round(mean(truths.map((truth, at) => dot(vectors[at] ?? new Float32Array(), truth))));
  return {
    ...projection,
    card: {
      trainedOn: 'windows of SkillSkape train and SkillSpan train sentences, encoded alone and in their sentence',
      windows: pairs.length,
      heldOut: {
        windows: unseen.length,
        cosine: cosine(mapped),
        cosineOfPlainMean: cosine(unseen.map(({ evidence }) => evidence.tokens)),
      },
    },
  };
}

async function pairsOf(
  sentences: readonly string[],
  tokens: TokenReader,
  embedder: TextEmbedder,
): Promise<WindowPair[]> {
  const seen: (SeenWindow & { sentence: Float32Array; text: string })[][] = [];
  await tokens.read(sentences, (at, reading) => {
    const sentence = sentences[at] ?? '';
    const spans = extractWindows(sentence, 'fast', 'en', TAUGHT_LENGTHS);
    seen[at] = (seeWindows(reading.place(), spans, sentence) ?? []).map((window, number) => ({
      ...window,
      sentence: reading.vector,
      text: spans[number]?.text ?? '',
    }));
  });
  const windows = seen.flat();
  const evidence = await evidenceOf(windows, embedder);
  return windows.flatMap(({ text }, at) => {
    const one = evidence[at];
    return one === undefined ? [] : [{ text, evidence: one }];
  });
}
