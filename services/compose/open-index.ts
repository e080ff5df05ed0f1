/** Vector indexes: from the snapshot of the home folder, or embedded and built anew. */
import path from 'node:path';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { DEFAULT_HNSW } from '../matching/hnsw-index.ts';
import { hashEntryTexts, openOrBuildSnapshot } from '../matching/index-snapshot.ts';
import type { SnapshotKind } from '../matching/snapshot-manifest.ts';
import type { VectorIndex } from '../matching/vector-index.ts';

export interface IndexText {
  id: string;
  text: string;
}

/** Below this many vectors comparing with all of them is as fast as the graph, and exact. */
const EXACT_UP_TO = 2000;

export interface OpenIndexOptions {
  homeFolder: string;
  embedder: TextEmbedder;
  kind: SnapshotKind;
  /** `esco@1.1.1`, or null for what no taxonomy names. */
  taxonomy: string;
  texts: readonly IndexText[];
  textTemplate: string;
  signal?: AbortSignal | undefined;
}

export async function openIndex(options: OpenIndexOptions): Promise<VectorIndex> {
  const { homeFolder, embedder, kind, taxonomy, texts, textTemplate, signal } = options;
  const folder = path.join(homeFolder, 'indexes', taxonomy.replace(/[^\w.@-]/g, '_'));
  const { index } = await openOrBuildSnapshot(
    folder,
    {
      kind,
      modelId: embedder.modelId,
      dimensions: embedder.dimensions,
      textTemplate,
      taxonomy,
      entriesHash: hashEntryTexts(texts),
      parameters: texts.length <= EXACT_UP_TO ? null : DEFAULT_HNSW,
    },
    async () => {
      const vectors = await embedder.embed(
        texts.map(({ text }) => text),
        signal,
      );
      return texts.map(({ id }, at) => ({ id, vector: vectors[at] ?? new Float32Array(embedder.dimensions) }));
    },
  );
  return index;
}
