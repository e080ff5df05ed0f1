/**
 * Unpacked bytes in, the same bytes out, until they are more than any honest file would hold.
 *
 * The ratio counts only beyond `ratioFromBytes`: small files of blanks compress beyond 200 to 1 without any malice.
 */
import { InvalidInputError } from '../errors.ts';

export interface ExpansionLimits {
  /** No more than this once unpacked, in bytes. */
  maxBytes: number;
  /** Unpacked size over packed size. */
  maxRatio: number;
  /** Unpacked bytes before the ratio is looked at. */
  ratioFromBytes: number;
}

const MEBIBYTE = 1024 * 1024;

export const defaultExpansionLimits: ExpansionLimits = {
  maxBytes: 4096 * MEBIBYTE,
  maxRatio: 200,
  ratioFromBytes: 64 * MEBIBYTE,
};

/** @throws InvalidInputError when `expanded` bytes out of `packed` bytes are more than the limits allow */
export function refuseBomb(name: string, expanded: number, packed: number, limits: ExpansionLimits): void {
  if (expanded > limits.maxBytes) {
    throw new InvalidInputError(
      `${name} unpacks to more than ${inMegabytes(limits.maxBytes)} MB; split it into smaller files.`,
    );
  }
  if (expanded > limits.ratioFromBytes && expanded > packed * limits.maxRatio) {
    throw new InvalidInputError(
      `${name} unpacks to more than ${limits.maxRatio} times its size, as only a decompression bomb does; unpack it yourself if you trust it.`,
    );
  }
}

/**
 * @param packed bytes taken from the packed side so far, asked after each chunk
 * @throws InvalidInputError as soon as a limit is passed
 */
export async function* guardExpansion(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  packed: () => number,
  limits: ExpansionLimits,
): AsyncGenerator<Uint8Array> {
  let expanded = 0;
  for await (const chunk of chunks) {
    expanded += chunk.length;
    refuseBomb(name, expanded, packed(), limits);
    yield chunk;
  }
}

function inMegabytes(bytes: number): number {
  return Math.round((bytes / MEBIBYTE) * 100) / 100;
}
