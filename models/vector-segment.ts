/**
 * One append-only part of the vector cache: a file of keys and, beside it, a file of vectors.
 *
 * Record i is key i (16 bytes), its checksum (4 bytes) and vector i. Opening reads only the small key file; the
 * checksum is that of the vector and is compared when the vector is read, so a torn or altered record is a miss and
 * never a wrong vector. Vectors are written before their keys. A segment has one writer: the process that made it.
 */
import { closeSync, fdatasyncSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

export const KEY_BYTES = 16;
export const KEYS_EXTENSION = '.keys';
export const VECTORS_EXTENSION = '.vectors';
const RECORD_BYTES = KEY_BYTES + 4;
const MAGIC = 'SGVECS01';
const HEADER_BYTES = 16;

export class VectorSegment {
  /** 16-byte keys in record order, as latin1 strings. Complete only when the segment was opened, not while written. */
  readonly keys: readonly string[];
  readonly #vectorsFile: number;
  readonly #keysFile: number | undefined;
  readonly #vectorBytes: number;
  readonly #checksums: number[];

  private constructor(vectorsFile: number, keysFile: number | undefined, dimensions: number, records: KeyRecords) {
    this.#vectorsFile = vectorsFile;
    this.#keysFile = keysFile;
    this.#vectorBytes = dimensions * 4;
    this.keys = records.keys;
    this.#checksums = records.checksums;
  }

  /** Starts an empty segment. @throws with code EEXIST when there is one of that name */
  static create(basePath: string, dimensions: number): VectorSegment {
    const keysFile = openSync(basePath + KEYS_EXTENSION, 'wx');
    // Vectors without keys belong to nobody: a merge was stopped between the two.
    const vectorsFile = openSync(basePath + VECTORS_EXTENSION, 'w+');
    writeFully(keysFile, header(dimensions), 0);
    return new VectorSegment(vectorsFile, keysFile, dimensions, { keys: [], checksums: [] });
  }

  /** Opens a finished or abandoned segment for reading; undefined when it is unreadable or of other dimensions. */
  static open(basePath: string, dimensions: number): VectorSegment | undefined {
    let vectorsFile: number | undefined;
    try {
      vectorsFile = openSync(basePath + VECTORS_EXTENSION, 'r');
      const keys = readFileSync(basePath + KEYS_EXTENSION);
      if (keys.subarray(0, HEADER_BYTES).equals(header(dimensions))) {
        const wholeVectors = Math.floor(fstatSync(vectorsFile).size / (dimensions * 4));
        return new VectorSegment(vectorsFile, undefined, dimensions, readKeys(keys, wholeVectors));
      }
    } catch {
      // Another process may have merged this segment away since the folder was listed.
    }
    if (vectorsFile !== undefined) closeSync(vectorsFile);
    return undefined;
  }

  get recordCount(): number {
    return this.#checksums.length;
  }

  /** Bytes of complete vectors. */
  get size(): number {
    return this.recordCount * this.#vectorBytes;
  }

  /**
   * @param vectors one for each key
   * @returns the number of the first record written
   */
  append(keys: readonly string[], vectors: readonly Float32Array[]): number {
    if (this.#keysFile === undefined) throw new Error('This segment was opened for reading.');
    const first = this.recordCount;
    const vectorBytes = Buffer.concat(vectors.map(bytesOf));
    const checksums = vectors.map((vector) => crc32(bytesOf(vector)));
    const keyBytes = Buffer.alloc(keys.length * RECORD_BYTES);
    keys.forEach((key, record) => {
      keyBytes.write(key, record * RECORD_BYTES, KEY_BYTES, 'latin1');
      keyBytes.writeUInt32LE(checksums[record] ?? 0, record * RECORD_BYTES + KEY_BYTES);
    });
    // Positions are explicit: after a failed write (disk full) the next one starts at the same place.
    writeFully(this.#vectorsFile, vectorBytes, first * this.#vectorBytes);
    writeFully(this.#keysFile, keyBytes, HEADER_BYTES + first * RECORD_BYTES);
    for (const checksum of checksums) this.#checksums.push(checksum);
    return first;
  }

  /** The vector of a record, or undefined when its bytes are not those that were written. */
  read(record: number): Float32Array | undefined {
    const vector = new Float32Array(this.#vectorBytes / 4);
    const bytes = bytesOf(vector);
    const read = readSync(this.#vectorsFile, bytes, 0, bytes.length, record * this.#vectorBytes);
    const isIntact = read === bytes.length && crc32(bytes) === this.#checksums[record];
    return isIntact ? vector : undefined;
  }

  /** Waits until everything appended is on the disk. */
  sync(): void {
    fdatasyncSync(this.#vectorsFile);
    if (this.#keysFile !== undefined) fdatasyncSync(this.#keysFile);
  }

  close(): void {
    closeSync(this.#vectorsFile);
    if (this.#keysFile !== undefined) closeSync(this.#keysFile);
  }
}

interface KeyRecords {
  keys: string[];
  checksums: number[];
}

/** Whole records only: a torn last key, or a key whose vector is missing, is left out. */
function readKeys(file: Buffer, wholeVectors: number): KeyRecords {
  const count = Math.min(Math.floor((file.length - HEADER_BYTES) / RECORD_BYTES), wholeVectors);
  const records: KeyRecords = { keys: [], checksums: [] };
  for (let record = 0; record < count; record++) {
    const start = HEADER_BYTES + record * RECORD_BYTES;
    records.keys.push(file.toString('latin1', start, start + KEY_BYTES));
    records.checksums.push(file.readUInt32LE(start + KEY_BYTES));
  }
  return records;
}

function header(dimensions: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(dimensions, MAGIC.length);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  return bytes;
}

/** The same memory as bytes. Every platform Node runs on is little-endian. */
function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** A single write may end early. */
function writeFully(file: number, bytes: Buffer, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}
