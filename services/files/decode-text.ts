/**
 * Bytes in, UTF-8 text out, in bounded memory. Anything that is not UTF-8 text is refused with the line it stands in.
 *
 * A chunk may end in the middle of a character: the torn bytes wait for the next chunk.
 */
import { isUtf8 } from 'node:buffer';
import { InvalidInputError } from '../errors.ts';

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * @param name what error messages call the bytes
 * @throws InvalidInputError for no bytes at all, NUL bytes, UTF-16 and invalid UTF-8
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  let isStarted = false;

  const decode = (bytes: Buffer): string => {
    refuseBinary(bytes, name, line);
    line += countLines(bytes);
    return bytes.toString('utf8');
  };

  for await (const chunk of chunks) {
    pending = pending.length === 0 ? asBuffer(chunk) : Buffer.concat([pending, chunk]);
    if (!isStarted) {
      if (pending.length < 4) continue; // the byte order mark and the UTF-16 pattern need four bytes
      pending = startText(pending, name);
      isStarted = true;
    }
    const length = lengthOfWholeCharacters(pending);
    if (length === 0) continue;
    const text = decode(pending.subarray(0, length));
    pending = pending.subarray(length);
    yield text;
  }

  if (!isStarted) pending = startText(pending, name);
  if (pending.length > 0) yield decode(pending);
}

/** The same memory, not a copy. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Drops a byte order mark; a file that holds nothing else is empty. */
function startText(bytes: Buffer, name: string): Buffer {
  if (isUtf16(bytes)) {
    throw new InvalidInputError(`${name} is written in UTF-16; convert it to UTF-8 and try again.`);
  }
  const hasMark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
  const text = hasMark ? bytes.subarray(3) : bytes;
  if (text.length === 0) throw emptyFile(name);
  return text;
}

/** By its byte order mark, or by a NUL beside each of the first two characters. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (bytes.length < 4) return false;
  return (first === 0) !== (second === 0) && (first === 0) === (third === 0) && (second === 0) === (fourth === 0);
}

function refuseBinary(bytes: Buffer, name: string, firstLine: number): void {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = firstLine + countLines(bytes.subarray(0, nul));
    throw new InvalidInputError(
      `${name}, line ${line}: holds a NUL byte, so this is not a text file; export it as text.`,
    );
  }
  if (isUtf8(bytes)) return;

  let line = firstLine;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  throw new InvalidInputError(`${name}, line ${line}: is not valid UTF-8; convert the file to UTF-8 and try again.`);
}

/** All bytes but a character torn at the end (at most three bytes). */
function lengthOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue; // a continuation byte: its lead byte is further back
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return size > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function emptyFile(name: string): InvalidInputError {
  return new InvalidInputError(`${name} is empty; give a file that holds records.`);
}
