import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedder } from '../../models/create-embedder.ts';
import type { OpenEmbedder } from '../../models/minilm-embedder.ts';
import { modelFolder } from './model-folder.ts';
import { variedTexts } from './varied-texts.ts';

const folders = { buildFolder: modelFolder, cacheFolder: modelFolder };

describe.each(['hashing', 'minilm-l6-v2', 'minilm-l6-v2-fp32'])('TextEmbedder contract: %s', (name) => {
  let embedder: OpenEmbedder;
  let together: Float32Array[];
  beforeAll(async () => {
    embedder = await createEmbedder(name, folders);
    together = await embedder.embed(variedTexts);
  });
  afterAll(() => embedder.close());

  it('gives one vector of unit length for each text', () => {
    expect(together).toHaveLength(variedTexts.length);
    for (const vector of together) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(vector.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    }
  });

  it('gives a text the same bits alone, in batches of 32 and in reverse order', async () => {
    const alone: Float32Array[] = [];
    for (const text of variedTexts) alone.push(...(await embedder.embed([text])));
    expect(together).toEqual(alone);

    const batched: Float32Array[] = [];
    for (let start = 0; start < variedTexts.length; start += 32) {
      batched.push(...(await embedder.embed(variedTexts.slice(start, start + 32))));
    }
    expect(batched).toEqual(alone);
    expect((await embedder.embed(variedTexts.toReversed())).toReversed()).toEqual(alone);
  });

  it('gives calls that overlap their own vectors', async () => {
    const [first, second] = await Promise.all([
      embedder.embed(variedTexts.slice(0, 10)),
      embedder.embed(variedTexts.slice(5, 15)),
    ]);
    expect([...first, ...second]).toEqual([...together.slice(0, 10), ...together.slice(5, 15)]);
  });

  it('gives blank text the zero vector, also beside other text', async () => {
    const [empty, text, blank] = await embedder.embed(['', 'weld steel', ' \n\t ']);
    expect(empty).toEqual(new Float32Array(embedder.dimensions));
    expect(blank).toEqual(empty);
    expect(text).not.toEqual(empty);
  });

  it('gives no vector for no text', async () => {
    expect(await embedder.embed([])).toEqual([]);
  });

  it('stops when asked to', async () => {
    await expect(embedder.embed(['weld'], AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
