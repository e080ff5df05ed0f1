/** Vector indexes: from the snapshot of the home folder, or embedded and built anew. */
import path from 'node:path';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { DEFAULT_HNSW } from '../matching/hnsw-index.ts';
import { UnavailableError } from '../errors.ts';
import { hashEntryTexts, openOrBuildSnapshot, openSnapshot } from '../matching/index-snapshot.ts';
import { embedIndexTexts, type IndexText } from '../matching/index-text.ts';
import type { SnapshotIdentity, SnapshotKind } from '../matching/snapshot-manifest.ts';
import type { VectorIndex } from '../matching/vector-index.ts';

/** Below this many vectors comparing with all of them is as fast as the graph, and exact. */
const EXACT_UP_TO = 2000;

/** Told while the texts of an index are embedded, which happens once for a taxonomy and model. */
export type EmbeddingProgress = (kind: SnapshotKind, done: number, total: number) => void;

export interface OpenIndexOptions {
  homeFolder: string;
  embedder: TextEmbedder;
  kind: SnapshotKind;
  /** `esco@1.1.1`, or null for what no taxonomy names. */
  taxonomy: string;
  texts: readonly IndexText[];
  textTemplate: string;
  /** Compared with all of them, however many: no graph is built. */
  isExact?: boolean;
  onProgress?: EmbeddingProgress | undefined;
  signal?: AbortSignal | undefined;
}

/** The index as it was built for just these texts, or null: an answer should not wait for it to be built. */
export async function openBuiltIndex(options: OpenIndexOptions): Promise<VectorIndex | null> {
  try {
    return (await openSnapshot(folderOf(options), identityOf(options))).index;
  } catch (error) {
    if (error instanceof UnavailableError) return null;
    throw error;
  }
}

export async function openIndex(options: OpenIndexOptions): Promise<VectorIndex> {
  const { embedder, texts, signal, kind, onProgress } = options;
  const { index } = await openOrBuildSnapshot(folderOf(options), identityOf(options), () =>
    embedIndexTexts(texts, embedder, signal, (done, total) => onProgress?.(kind, done, total)),
  );
  return index;
}

function folderOf({ homeFolder, taxonomy }: OpenIndexOptions): string {
  return path.join(homeFolder, 'indexes', taxonomy.replace(/[^\w.@-]/g, '_'));
}

function identityOf({
  embedder,
  kind,
  taxonomy,
  texts,
  textTemplate,
  isExact = false,
}: OpenIndexOptions): SnapshotIdentity {
  return {
    kind,
    modelId: embedder.modelId,
    dimensions: embedder.dimensions,
    textTemplate,
    taxonomy,
    entriesHash: hashEntryTexts(texts),
    parameters: isExact || texts.length <= EXACT_UP_TO ? null : DEFAULT_HNSW,
  };
}
