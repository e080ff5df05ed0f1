import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCachedEmbedder } from '../../models/cached-embedder.ts';
import { createRecentEmbedder } from '../../models/recent-embedder.ts';
import { VectorCache } from '../../models/vector-cache.ts';
import { createCountingEmbedder, type CountingEmbedder } from './counting-embedder.ts';

let inner: CountingEmbedder;
beforeEach(() => {
  inner = createCountingEmbedder();
});

describe('cached embedder', () => {
  let folder: string;
  let cache: VectorCache;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cached-embedder-'));
    cache = new VectorCache(folder, inner);
  });
  afterEach(() => {
    cache.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('embeds each text once, also across runs', async () => {
    const texts = ['weld', 'sql', 'weld'];
    const first = await createCachedEmbedder(inner, cache).embed(texts);
    cache.close();
    cache = new VectorCache(folder, inner);
    const again = await createCachedEmbedder(inner, cache).embed(['python', ...texts]);
    expect(first).toEqual(await createCountingEmbedder().embed(texts));
    expect(again.slice(1)).toEqual(first);
    expect(inner.calls).toEqual([['weld', 'sql'], ['python']]);
  });

  it('keeps what was done before it is stopped', async () => {
    const texts = Array.from({ length: 1500 }, (_, position) => `text ${position}`);
    const stop = new AbortController();
    const stopping = {
      ...inner,
      embed: async (run: readonly string[], signal?: AbortSignal) => {
        const vectors = await inner.embed(run, signal);
        stop.abort(new Error('stopped'));
        return vectors;
      },
    };
    await expect(createCachedEmbedder(stopping, cache).embed(texts, stop.signal)).rejects.toThrow('stopped');
    expect(cache.size).toBe(1024);
    expect(await createCachedEmbedder(inner, cache).embed(texts)).toEqual(await createCountingEmbedder().embed(texts));
  });

  it('refuses the cache of another model', () => {
    expect(() => createCachedEmbedder({ ...inner, modelId: 'other' }, cache)).toThrow(/counting.*other/u);
  });
});

describe('recent embedder', () => {
  it('remembers the last texts and forgets the one unused for longest', async () => {
    const embedder = createRecentEmbedder(inner, 2);
    await embedder.embed(['weld']);
    await embedder.embed(['sql']);
    await embedder.embed(['weld']); // now sql is unused for longest
    await embedder.embed(['python']);
    await embedder.embed(['weld']);
    await embedder.embed(['sql']);
    expect(inner.calls).toEqual([['weld'], ['sql'], ['python'], ['sql']]);
  });

  it('answers a call with more texts than it remembers', async () => {
    const texts = ['weld', 'sql', 'python', 'sql'];
    const embedder = createRecentEmbedder(inner, 1);
    await embedder.embed(['weld']);
    expect(await embedder.embed(texts)).toEqual(await createCountingEmbedder().embed(texts));
    expect(inner.calls[1]).toEqual(['sql', 'python']);
  });

  it('does not call the model when it knows every text', async () => {
    const embedder = createRecentEmbedder(inner, 5);
    await embedder.embed(['weld', 'sql']);
    await embedder.embed(['sql', 'weld']);
    await embedder.embed([]);
    expect(inner.calls).toHaveLength(1);
  });
});
