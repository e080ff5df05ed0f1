/**
 * Many small segments in, one segment out, so that a year of daily runs does not leave a thousand open files.
 *
 * Safe at any point of a crash: the merged segment is on disk before the old ones go, and a key that is in two
 * segments has the same vector in both. A process that still writes to a merged segment loses what it adds after
 * that, which costs embedding those texts once more.
 */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { KEYS_EXTENSION, VectorSegment, VECTORS_EXTENSION } from './vector-segment.ts';

/** Larger segments stay as they are: copying them would cost more than an open file. */
const SMALL_BYTES = 64 * 2 ** 20;
/** Records copied at once. */
const RUN = 1024;

/** Does nothing unless more than `mostSmall` segments are small. */
export function mergeSmallSegments(
  folder: string,
  dimensions: number,
  mostSmall: number,
  newSegment: () => VectorSegment,
): void {
  const basePaths = listSegments(folder);
  if (basePaths.length <= mostSmall) return;
  const opened = basePaths.map((basePath) => ({ basePath, segment: VectorSegment.open(basePath, dimensions) }));
  const small = opened.filter(({ segment }) => segment === undefined || segment.size < SMALL_BYTES);
  try {
    if (small.length <= mostSmall) return;
    const merged = newSegment();
    try {
      copyAll(
        small.flatMap(({ segment }) => segment ?? []),
        merged,
      );
      merged.sync();
    } finally {
      merged.close();
    }
    for (const { basePath } of small) remove(basePath);
  } finally {
    for (const { segment } of opened) segment?.close();
  }
}

function copyAll(from: readonly VectorSegment[], to: VectorSegment): void {
  const seen = new Set<string>();
  let keys: string[] = [];
  let vectors: Float32Array[] = [];
  const writeRun = () => {
    if (keys.length > 0) to.append(keys, vectors);
    keys = [];
    vectors = [];
  };
  for (const segment of from) {
    segment.keys.forEach((key, record) => {
      const vector = seen.has(key) ? undefined : segment.read(record);
      if (!vector) return;
      seen.add(key);
      keys.push(key);
      vectors.push(vector);
      if (keys.length === RUN) writeRun();
    });
  }
  writeRun();
}

/** Keys first: vectors without keys are never looked at. */
function remove(basePath: string): void {
  rmSync(basePath + KEYS_EXTENSION, { force: true });
  rmSync(basePath + VECTORS_EXTENSION, { force: true });
}

/** Paths of all segments without extension, in a fixed order. */
export function listSegments(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(KEYS_EXTENSION))
    .sort()
    .map((name) => path.join(folder, name.slice(0, -KEYS_EXTENSION.length)));
}
