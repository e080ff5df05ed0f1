import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMiniLm } from '../../models/build-minilm.ts';
import { openMiniLm, openSentenceEncoder, type OpenEmbedder } from '../../models/minilm-embedder.ts';
import { openTransformer, type TransformerEncoder } from '../../models/transformer-encoder.ts';
import { modelFolder } from './model-folder.ts';

const [CLS, SEP] = [101, 102];
let embedder: OpenEmbedder;
let encoder: TransformerEncoder;
let folder: string;
beforeAll(async () => {
  embedder = await openMiniLm(modelFolder);
  folder = await buildMiniLm(modelFolder);
  encoder = await openTransformer(folder, 256);
});
afterAll(async () => {
  await embedder.close();
  await encoder.close();
});

async function similarity(a: string, b: string): Promise<number> {
  const [first, second] = await embedder.embed([a, b]);
  return first!.reduce((sum, value, axis) => sum + value * second![axis]!, 0);
}

describe('MiniLM', () => {
  it('names weights and settings in its id', () => {
    expect(embedder.modelId).toBe('minilm-l6-v2@9ca80d995fd5/fp32-mean-256');
    expect(embedder.dimensions).toBe(384);
  });

  // Published by the authors of the weights, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2; the
  // sentences are those of the Sentence Transformers quick start, which prints .6660, .1046 and .1411.
  it('gives the similarities its authors publish', async () => {
    const [sunny, stadium] = ["It's so sunny outside!", 'He drove to the stadium.'];
    const weather = 'The weather is lovely today.';
    expect(await similarity(weather, sunny)).toBeCloseTo(0.666, 3);
    expect(await similarity(weather, stadium)).toBeCloseTo(0.1046, 3);
    expect(await similarity(sunny, stadium)).toBeCloseTo(0.1411, 3);
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
