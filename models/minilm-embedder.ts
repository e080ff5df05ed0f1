/**
 * Sentences in, unit vectors out, by a sentence encoder: all-MiniLM-L6-v2 unless another model is named.
 *
 * The vector of a text depends on nothing but the text: equal texts are encoded once, only texts of equal token count
 * share a batch, and numbers are rounded token by token where they are rounded. Text beyond 256 tokens is cut.
 */
import path from 'node:path';
import { buildMiniLm, MINILM_FINGERPRINT, MINILM_MAX_TOKENS } from './build-minilm.ts';
import { fingerprintModel, missingFiles } from './model-fingerprint.ts';
import { encodeBatches } from './encode-batches.ts';
import type { BatchLimits } from './plan-batches.ts';
import type { Precision } from './precision.ts';
import type { TextEmbedder } from './text-embedder.ts';
import { createTokenReader, type TokenReader } from './token-reader.ts';
import { downloadModel } from './tokeniser.ts';
import { cannotLoad, openTransformer, type TransformerEncoder } from './transformer-encoder.ts';

/** An embedder that holds memory and threads until it is closed. */
export interface OpenEmbedder extends TextEmbedder {
  /** Vectors of single tokens; absent where the model has none. */
  tokens?: TokenReader;
  close(): Promise<void>;
}

/**
 * 512 tokens run at full speed (see README.md, measured) and block the event loop for less than a tenth of a second;
 * more gain nothing.
 */
const BATCH: BatchLimits = { tokens: 512, texts: 128 };
/**
 * Builds the default model into `buildFolder` when it is not there yet, and opens it. Never touches the network.
 * @param precision of its linear layers: whole numbers of 8 bits, twice as fast, or 32-bit floats
 */
export async function openMiniLm(buildFolder: string, precision: Precision): Promise<OpenEmbedder> {
  const folder = await buildMiniLm(buildFolder, precision);
  return open(folder, `minilm-l6-v2@${MINILM_FINGERPRINT}`, precision);
}

/** Where a model is: a folder on this machine, or the hub by id (downloads go to `downloadFolder`). */
export type ModelLocation = { folder: string } | { hubId: string; downloadFolder: string };

/**
 * Opens any sentence encoder with ONNX weights: mean pooling, unit length, 32-bit floats, at most 256 tokens.
 * @throws ModelUnavailableError when the model cannot be loaded from there
 */
export async function openSentenceEncoder(location: ModelLocation): Promise<OpenEmbedder> {
  if ('folder' in location) return open(location.folder, await fingerprintModel(location.folder));
  const { hubId, downloadFolder } = location;
  const folder = path.join(downloadFolder, hubId);
  if (missingFiles(folder).length > 0) {
    await downloadModel(hubId, downloadFolder).catch((error: unknown) => {
      throw cannotLoad(hubId, error);
    });
  }
  // The vendor would ask the network again for a model it has; the files are a folder like any other.
  return open(folder, await fingerprintModel(folder, hubId));
}

async function open(folder: string, weights: string, precision: Precision = 'fp32'): Promise<OpenEmbedder> {
  const encoder = await openTransformer(folder, MINILM_MAX_TOKENS);
  return {
    modelId: `${weights}/${precision}-mean-${MINILM_MAX_TOKENS}`,
    dimensions: encoder.dimensions,
    embed: (texts, signal) => embed(encoder, texts, signal),
    tokens: createTokenReader(encoder, BATCH),
    close: () => encoder.close(),
  };
}

async function embed(encoder: TransformerEncoder, texts: readonly string[], signal?: AbortSignal) {
  const distinct = [...new Set(texts)];
  const vectorByText = new Map<string, Float32Array>();
  await encodeBatches(
    encoder,
    distinct,
    BATCH,
    (at, { vector }) => vectorByText.set(distinct[at] ?? '', vector),
    signal,
  );
  return texts.map((text) => vectorByText.get(text) ?? new Float32Array(encoder.dimensions));
}
