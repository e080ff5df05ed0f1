/**
 * What an index snapshot was built from, and whether that is what the caller needs now.
 *
 * Vectors of two models, or of two wordings of the same text, look alike and compare as nonsense: a snapshot is used
 * only when everything that shapes a vector is equal.
 */
import { z } from 'zod';

/** The kinds of things that are embedded. One vector space, one index for each kind. */
export const SnapshotKind = z.enum(['skills', 'skill-descriptions', 'occupations', 'outcomes']);
export type SnapshotKind = z.infer<typeof SnapshotKind>;

export const SearchParameters = z.object({
  m: z.int().min(2),
  efConstruction: z.int().min(1),
  ef: z.int().min(1),
  seed: z.int(),
});

export const SnapshotIdentity = z.object({
  kind: SnapshotKind,
  modelId: z.string().min(1),
  dimensions: z.int().min(1),
  /** How a record became the text that was embedded, for example `{preferredLabel}`. */
  textTemplate: z.string().min(1),
  /** Name and version of the taxonomy the entries come from (`esco 1.1.1`); null where there is none. */
  taxonomy: z.string().min(1).nullable(),
  /** `hashEntryTexts` of what was embedded. */
  entriesHash: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Those of the HNSW graph; null for exact search. */
  parameters: SearchParameters.nullable(),
});
export type SnapshotIdentity = z.infer<typeof SnapshotIdentity>;

export const SnapshotManifest = SnapshotIdentity.extend({
  format: z.literal(1),
  /** Number of vectors. */
  count: z.int().min(0),
  /** SHA-256 of each other file of the snapshot. */
  checksums: z.record(z.string(), z.string()),
});
export type SnapshotManifest = z.infer<typeof SnapshotManifest>;

/**
 * The first difference that makes a snapshot unusable, as the end of a sentence; undefined when there is none.
 * `ef` may differ: it belongs to the search, not to the graph.
 */
export function describeMismatch(found: SnapshotManifest, wanted: SnapshotIdentity): string | undefined {
  const fields = ['kind', 'modelId', 'dimensions', 'textTemplate', 'taxonomy', 'entriesHash'] as const;
  for (const field of fields) {
    if (found[field] === wanted[field]) continue;
    if (field === 'entriesHash') return 'the entries have changed since it was built';
    return `it was built with ${field} "${found[field] ?? 'none'}", now it is "${wanted[field] ?? 'none'}"`;
  }
  const [built, asked] = [graphParameters(found), graphParameters(wanted)];
  return built === asked ? undefined : `it was built for ${built}, now ${asked} is asked for`;
}

function graphParameters({ parameters }: SnapshotIdentity): string {
  if (!parameters) return 'exact search';
  return `hnsw (m ${parameters.m}, efConstruction ${parameters.efConstruction}, seed ${parameters.seed})`;
}
