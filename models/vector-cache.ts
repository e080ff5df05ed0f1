/**
 * Text to vector, kept in a folder across runs: what was embedded once is never embedded again.
 *
 * One subfolder for each model id, in it one segment for each process that wrote, so processes never wait for each
 * other and see each other's vectors after the next opening. In memory are only the 16-byte keys; vectors are read
 * when asked for. It is a cache: deleting the folder costs time and nothing else. Texts are not stored, only their
 * hashes, but a vector can give away what a text was about: embed what a person wrote through recent-embedder.ts.
 */
import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { listSegments, mergeSmallSegments } from './merge-segments.ts';
import { KEY_BYTES, VectorSegment } from './vector-segment.ts';

/** A record number is below this, a segment number is counted in multiples of it. */
const SEGMENT_STEP = 2 ** 32;

export interface VectorCacheOptions {
  /** The vectors of two model ids never mix. */
  modelId: string;
  dimensions: number;
  /** When more segments than this are below 64 MB, opening merges them into one. Default 32. */
  mostSmallSegments?: number;
}

export class VectorCache {
  readonly modelId: string;
  readonly #folder: string;
  readonly #dimensions: number;
  readonly #segments: VectorSegment[] = [];
  /** Key to segment number x SEGMENT_STEP + record number. */
  readonly #places = new Map<string, number>();
  #isOpen = true;
  #own: { segment: VectorSegment; number: number } | undefined;

  /** Opens the cache in `folder`, which is made when missing. Damaged parts are ignored. */
  constructor(folder: string, { modelId, dimensions, mostSmallSegments = 32 }: VectorCacheOptions) {
    this.modelId = modelId;
    this.#folder = path.join(folder, folderName(modelId));
    this.#dimensions = dimensions;
    mkdirSync(this.#folder, { recursive: true });
    mergeSmallSegments(this.#folder, dimensions, mostSmallSegments, () => this.#newSegment());
    for (const basePath of listSegments(this.#folder)) {
      const segment = VectorSegment.open(basePath, dimensions);
      if (segment) this.#addSegment(segment);
    }
  }

  /** Number of texts whose vector is known. */
  get size(): number {
    return this.#places.size;
  }

  /** For each text its vector, or undefined when it is not known. */
  getMany(texts: readonly string[]): (Float32Array | undefined)[] {
    this.#checkOpen();
    return texts.map((text) => {
      const key = keyOf(text);
      const place = this.#places.get(key);
      if (place === undefined) return undefined;
      const vector = this.#segments[Math.floor(place / SEGMENT_STEP)]?.read(place % SEGMENT_STEP);
      // A record that turned out damaged is forgotten, so that the next put writes it anew.
      if (!vector) this.#places.delete(key);
      return vector;
    });
  }

  /** Keeps the vectors of texts that are not known yet. Written to the file at once, synced by `flush`. */
  putMany(texts: readonly string[], vectors: readonly Float32Array[]): void {
    this.#checkOpen();
    const fresh = new Map<string, Float32Array>();
    texts.forEach((text, position) => {
      const vector = vectors[position];
      if (vector?.length !== this.#dimensions) {
        throw new RangeError(`A vector of ${this.#dimensions} numbers was expected, not ${vector?.length ?? 'none'}.`);
      }
      const key = keyOf(text);
      if (!this.#places.has(key)) fresh.set(key, vector);
    });
    if (fresh.size === 0) return;

    const own = this.#ownSegment();
    const first = own.segment.append([...fresh.keys()], [...fresh.values()]);
    [...fresh.keys()].forEach((key, offset) => this.#places.set(key, own.number * SEGMENT_STEP + first + offset));
  }

  /** Waits until everything put so far is on the disk. */
  flush(): void {
    this.#own?.segment.sync();
  }

  /** Flushes and lets go of the files. Reading and writing throw afterwards; closing again does nothing. */
  close(): void {
    this.flush();
    this.#isOpen = false;
    for (const segment of this.#segments.splice(0)) segment.close();
    this.#places.clear();
    this.#own = undefined;
  }

  #checkOpen(): void {
    if (!this.#isOpen) throw new Error('The vector cache was closed before this call.');
  }

  #addSegment(segment: VectorSegment): number {
    const number = this.#segments.push(segment) - 1;
    segment.keys.forEach((key, record) => this.#places.set(key, number * SEGMENT_STEP + record));
    return number;
  }

  #ownSegment(): { segment: VectorSegment; number: number } {
    if (!this.#own) {
      const segment = this.#newSegment();
      this.#own = { segment, number: this.#addSegment(segment) };
    }
    return this.#own;
  }

  /** Process ids come again, so the first free number is taken. */
  #newSegment(): VectorSegment {
    for (let attempt = 0; ; attempt++) {
      try {
        return VectorSegment.create(path.join(this.#folder, `segment-${process.pid}-${attempt}`), this.#dimensions);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
    }
  }
}

/** Over UTF-16, so that texts with broken surrogates keep apart too. */
function keyOf(text: string): string {
  return hash('sha256', Buffer.from(text, 'utf16le'), 'buffer').toString('latin1', 0, KEY_BYTES);
}

/** Readable, and distinct for ids that differ only in characters a file name cannot have. */
function folderName(modelId: string): string {
  return `${modelId.replace(/[^\w.-]+/gu, '_').slice(0, 80)}-${hash('sha256', modelId).slice(0, 8)}`;
}
