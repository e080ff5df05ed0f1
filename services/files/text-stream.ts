/**
 * The one shape in which text travels from a file, or from an entry of an archive, to the parsers.
 *
 * `chunks` may be iterated more than once: every iteration opens the file anew. Chunks end anywhere, also in the
 * middle of a line.
 */
export interface TextStream {
  /** What error messages call it: the path as given, or `archive.zip > entry.csv`. */
  name: string;
  chunks: AsyncIterable<string>;
}

/** Called as reading goes on: bytes read so far from the disk, and how many there are in all. */
export type OnBytes = (read: number, total: number) => void;
