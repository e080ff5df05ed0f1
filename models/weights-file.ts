/**
 * Weights of a model one after the other, as the file beside its graph holds them; and the two ways in which stored weights
 * are turned into those: 16-bit floats to the same numbers in 32 bits, rows to columns.
 */
import type { PlaceInFile } from './onnx-writer.ts';

/** Weights start on a page of memory, so that each can be mapped by itself. */
const PAGE_BYTES = 4096;

export class WeightsFile {
  readonly #location: string;
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** @param location its name in the folder of the graph */
  constructor(location: string) {
    this.#location = location;
  }

  /** The content of the file, one part after the other. */
  get parts(): readonly Uint8Array[] {
    return this.#parts;
  }

  append(values: Float32Array | Int8Array): PlaceInFile {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const place = { location: this.#location, offset: this.#length, length: bytes.length };
    const padding = new Uint8Array((PAGE_BYTES - (bytes.length % PAGE_BYTES)) % PAGE_BYTES);
    this.#parts.push(bytes, padding);
    this.#length += bytes.length + padding.length;
    return place;
  }
}

/** @param bytes 16-bit floats (IEEE 754 binary16), little-endian; each has just one counterpart in 32 bits */
export function toFloat32(bytes: Buffer): Float32Array {
  halves ??= Float32Array.from({ length: 2 ** 16 }, (_, half) => halfToNumber(half));
  const values = new Float32Array(bytes.length / 2);
  for (let at = 0; at < values.length; at++) values[at] = halves[bytes.readUInt16LE(at * 2)] ?? 0;
  return values;
}

/** The value of every 16-bit float: there are fewer of them than weights. */
let halves: Float32Array | undefined;

function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** @param values `rows x columns` numbers, last fastest @returns `columns x rows` */
export function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = values[row * columns + column] ?? 0;
  }
  return turned;
}
