/**
 * Vector indexes on disk: one snapshot for each kind, whole and immutable, a cache that can always be rebuilt.
 *
 * A snapshot holds ids.json, vectors.f32 (one row after the other, little-endian), graph.bin (absent for exact search)
 * and manifest.json. Loading compares the manifest with what the caller needs and every file with its checksum before
 * hnswlib sees it, because hnswlib trusts what it reads. `entriesHash` stands for the texts, so that a snapshot can
 * be judged without embedding them again.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UnavailableError } from '../errors.ts';
import { exactIndexOf } from './exact-index.ts';
import { hnswIndexOf, readHnswIndex } from './hnsw-index.ts';
import type { IndexText } from './index-text.ts';
import { describeMismatch, SnapshotManifest, type SnapshotIdentity } from './snapshot-manifest.ts';
import type { VectorIndex } from './vector-index.ts';
import { toVectorTable, type VectorEntries, type VectorTable } from './vector-table.ts';
import { findNewestVersion, publishVersion } from './whole-folder.ts';

export interface OpenSnapshot {
  index: VectorIndex;
  manifest: SnapshotManifest;
}

/** SHA-256 over ids and texts in the given order; sort by id where the order has no meaning. */
export function hashEntryTexts(entries: Iterable<IndexText>): string {
  const hash = createHash('sha256');
  for (const { id, texts } of entries) hash.update(`${JSON.stringify([id, ...texts])}\n`);
  return hash.digest('hex');
}

/**
 * Builds the index, publishes its snapshot in `folder` and returns it open. The last snapshot stays in use until the
 * new one is whole.
 */
export async function buildSnapshot(
  folder: string,
  identity: SnapshotIdentity,
  entries: VectorEntries,
): Promise<OpenSnapshot> {
  const table = toVectorTable(entries, identity.dimensions);
  const graph = identity.parameters ? await hnswIndexOf(table, identity.parameters) : undefined;
  const ids = Buffer.from(JSON.stringify(table.ids));
  const vectors = Buffer.from(table.vectors.buffer, table.vectors.byteOffset, table.vectors.byteLength);
  const checksums: Record<string, string> = { 'ids.json': sha256(ids), 'vectors.f32': sha256(vectors) };
  const manifest = SnapshotManifest.parse({ ...identity, format: 1, count: table.ids.length, checksums });

  await publishVersion(path.join(folder, identity.kind), async (temporary) => {
    await writeFile(path.join(temporary, 'ids.json'), ids);
    await writeFile(path.join(temporary, 'vectors.f32'), vectors);
    if (graph) {
      graph.writeGraph(path.join(temporary, 'graph.bin'));
      manifest.checksums['graph.bin'] = (await readChecked(path.join(temporary, 'graph.bin'))) ?? '';
    }
    await writeFile(path.join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  });
  return { index: graph ?? exactIndexOf(table), manifest };
}

/**
 * Opens the snapshot of `identity.kind`.
 * @throws UnavailableError when there is none, it is damaged, or it was built from something else; the sentence says
 *   what differs and which command rebuilds it
 */
export async function openSnapshot(folder: string, identity: SnapshotIdentity): Promise<OpenSnapshot> {
  const parent = path.join(folder, identity.kind);
  const version = await findNewestVersion(parent);
  if (version === undefined) throw unusable(identity, 'it has not been built yet');
  try {
    return await openVersion(version, identity);
  } catch (error) {
    // A writer may have replaced this version, and removed it, while it was being read.
    if ((await findNewestVersion(parent)) !== version) return openSnapshot(folder, identity);
    throw error;
  }
}

/**
 * Opens the snapshot, or builds it anew when it is missing, damaged or out of date.
 * @param readEntries called only when it has to be built
 */
export async function openOrBuildSnapshot(
  folder: string,
  identity: SnapshotIdentity,
  readEntries: () => Promise<VectorEntries>,
): Promise<OpenSnapshot & { wasRebuilt: boolean }> {
  try {
    return { ...(await openSnapshot(folder, identity)), wasRebuilt: false };
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return { ...(await buildSnapshot(folder, identity, await readEntries())), wasRebuilt: true };
  }
}

async function openVersion(version: string, identity: SnapshotIdentity): Promise<OpenSnapshot> {
  const manifest = await readManifest(version, identity);
  const mismatch = describeMismatch(manifest, identity);
  if (mismatch !== undefined) throw unusable(identity, mismatch);

  const checked = async (name: string, into?: Uint8Array) => {
    const checksum = await readChecked(path.join(version, name), into);
    if (checksum === undefined || checksum !== manifest.checksums[name]) {
      throw unusable(identity, `its file ${name} is damaged`);
    }
  };
  await checked('ids.json');
  const ids = JSON.parse(await readFile(path.join(version, 'ids.json'), 'utf8')) as string[];
  const vectors = new Float32Array(manifest.count * manifest.dimensions);
  await checked('vectors.f32', new Uint8Array(vectors.buffer));
  // The checksums are right, so the rows are in the order in which `buildSnapshot` wrote them.
  const table: VectorTable = { ids, vectors, dimensions: manifest.dimensions };
  if (!identity.parameters) return { index: exactIndexOf(table), manifest };
  await checked('graph.bin');
  return { index: readHnswIndex(path.join(version, 'graph.bin'), table, identity.parameters), manifest };
}

async function readManifest(version: string, identity: SnapshotIdentity): Promise<SnapshotManifest> {
  try {
    return SnapshotManifest.parse(JSON.parse(await readFile(path.join(version, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw unusable(identity, 'its manifest.json cannot be read', cause);
  }
}

/**
 * @param into filled with the content; a file of another size is not read
 * @returns the SHA-256 of a file, undefined when it cannot be read
 */
async function readChecked(file: string, into?: Uint8Array): Promise<string | undefined> {
  const hash = createHash('sha256');
  let position = 0;
  try {
    if (into && (await stat(file)).size !== into.length) return undefined;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      into?.set(chunk, position);
      position += chunk.length;
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function unusable({ kind }: SnapshotIdentity, why: string, cause?: unknown): UnavailableError {
  const sentence = `The vector index of ${kind} cannot be used: ${why}. Run \`skillgap link\` to rebuild it.`;
  return new UnavailableError(sentence, { cause });
}
