/** The embedding model with its caches: one for texts that come again, one for windows seen once. */
import path from 'node:path';
import type { Config } from '../config.ts';
import { UnavailableError } from '../errors.ts';
import { createCachedEmbedder } from '../../models/cached-embedder.ts';
import { createEmbedder } from '../../models/create-embedder.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';
import { openNativeProducts, type NativeProducts } from '../../models/native-products.ts';
import { createRecentEmbedder } from '../../models/recent-embedder.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { TokenReader } from '../../models/token-reader.ts';
import { VectorCache } from '../../models/vector-cache.ts';

/** Products are closed with the models. */
export interface Models extends Pick<NativeProducts, 'createProduct' | 'createPairs'> {
  /** Labels, requirement sentences, learning outcomes: vectors kept in the home folder. */
  kept: TextEmbedder;
  /** Word windows, titles, what a person typed: remembered in memory, never written. */
  passing: TextEmbedder;
  /** Vectors of single tokens, where the model has them. */
  tokens: TokenReader | undefined;
  /** Adds vectors that were made elsewhere to the kept ones. */
  keep: (texts: readonly string[], vectors: readonly Float32Array[]) => void;
  /** Waits until every kept vector is on the disk. */
  flush(): void;
  close(): Promise<void>;
}

/** Vectors of 384 numbers remembered in memory: about 20 MB. */
const RECENT_LIMIT = 10_000;

/** @throws UnavailableError when there is no such model */
export async function openModels({
  model,
  homeFolder,
  modelFolder,
}: Pick<Config, 'model' | 'homeFolder' | 'modelFolder'>): Promise<Models> {
  try {
    const embedder = await createEmbedder(model, {
      buildFolder: path.join(modelFolder, 'minilm-l6-v2'),
      cacheFolder: path.join(modelFolder, 'hub'),
    });
    const products = openNativeProducts();
    const cache = new VectorCache(path.join(homeFolder, 'vectors'), embedder);
    return {
      kept: createCachedEmbedder(embedder, cache),
      passing: createRecentEmbedder(embedder, RECENT_LIMIT),
      tokens: embedder.tokens,
      keep: (texts, vectors) => {
        cache.putMany(texts, vectors);
      },
      createProduct: products.createProduct,
      createPairs: products.createPairs,
      flush: () => {
        cache.flush();
      },
      close: async () => {
        cache.close();
        await products.close();
        await embedder.close();
      },
    };
  } catch (error) {
    if (error instanceof ModelUnavailableError) throw new UnavailableError(error.message, { cause: error });
    throw error;
  }
}
