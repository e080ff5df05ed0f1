import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMiniLm } from '../../models/build-minilm.ts';
import { openMiniLm, openSentenceEncoder, type OpenEmbedder } from '../../models/minilm-embedder.ts';
import { openTransformer, type TransformerEncoder } from '../../models/transformer-encoder.ts';
import { modelFolder } from './model-folder.ts';
import { variedTexts } from './varied-texts.ts';

const [CLS, SEP] = [101, 102];
let embedder: OpenEmbedder;
let encoder: TransformerEncoder;
let folder: string;
beforeAll(async () => {
  embedder = await openMiniLm(modelFolder, 'int8');
  folder = await buildMiniLm(modelFolder, 'int8');
  encoder = await openTransformer(folder, 256);
});
afterAll(async () => {
  await embedder.close();
  await encoder.close();
});

function similarity([a, b]: readonly Float32Array[]): number {
  return a!.reduce((sum, value, axis) => sum + value * b![axis]!, 0);
}

// Published by the authors of the weights, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2; the
// sentences are those of the Sentence Transformers quick start, which prints these numbers.
const WEATHER = 'The weather is lovely today.';
const SUNNY = "It's so sunny outside!";
const STADIUM = 'He drove to the stadium.';
const PUBLISHED = [
  [WEATHER, SUNNY, 0.666],
  [WEATHER, STADIUM, 0.1046],
  [SUNNY, STADIUM, 0.1411],
] as const;

describe('MiniLM', () => {
  it('names weights, numbers and settings in its id', () => {
    expect(embedder.modelId).toBe('minilm-l6-v2@9ca80d995fd5/int8-mean-256');
    expect(embedder.dimensions).toBe(384);
  });

  it.each(PUBLISHED)('is within .02 of the similarity that its authors publish: %s %s', async (a, b, published) => {
    expect(Math.abs(similarity(await embedder.embed([a, b])) - published)).toBeLessThan(0.02);
  });

  it('gives the published similarities in 32-bit floats, and nearly the same vectors', async () => {
    const floats = await openMiniLm(modelFolder, 'fp32');
    expect(floats.modelId).toBe('minilm-l6-v2@9ca80d995fd5/fp32-mean-256');
    for (const [a, b, published] of PUBLISHED) {
      expect(similarity(await floats.embed([a, b]))).toBeCloseTo(published, 3);
    }
    const exact = await floats.embed(variedTexts);
    const rounded = await embedder.embed(variedTexts);
    exact.forEach((vector, at) => {
      if (vector.some((value) => value !== 0)) expect(similarity([vector, rounded[at]!])).toBeGreaterThan(0.98);
    });
    await floats.close();
  });

  it('gives the same vectors when opened as a local folder, under the name of the folder', async () => {
    const local = await openSentenceEncoder({ folder });
    expect(await local.embed(['weld steel'])).toEqual(await embedder.embed(['weld steel']));
    expect(local.modelId).toMatch(new RegExp(`^${path.basename(folder)}@[0-9a-f]{12}/fp32-mean-256$`, 'u'));
    await local.close();
  });

  it('ignores what stands after 256 tokens', async () => {
    const text = 'care '.repeat(300);
    const [long, longer] = await embedder.embed([text, `${text} weld steel`]);
    expect(longer).toEqual(long);
  });
});

describe('tokenise', () => {
  it('marks begin and end, also of text that is cut', () => {
    expect(encoder.tokenise('care')).toEqual([CLS, 2729, SEP]);
    const cut = encoder.tokenise('care '.repeat(300));
    expect(cut).toHaveLength(256);
    expect([cut.at(0), cut.at(-1)]).toEqual([CLS, SEP]);
  });

  it('leaves text of exactly 256 tokens whole', () => {
    expect(encoder.tokenise('care '.repeat(254))).toHaveLength(256);
    expect(encoder.tokenise('care '.repeat(253))).toHaveLength(255);
  });

  it('is empty for text without tokens, so that marks alone are never embedded', () => {
    expect(encoder.tokenise(' \u0000\n')).toEqual([]);
  });
});
