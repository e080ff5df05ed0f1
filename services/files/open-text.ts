/**
 * A path in, its text out as a stream: plain or gzipped, told apart by the first bytes and never by the name.
 *
 * Nothing is opened until the chunks are read, and the file is closed when they end or the reader stops early.
 * Memory stays bounded however large the file is or pretends to be.
 */
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InvalidInputError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { defaultExpansionLimits, guardExpansion } from './guard-expansion.ts';
import type { ExpansionLimits } from './guard-expansion.ts';
import type { OnBytes, TextStream } from './text-stream.ts';

export interface OpenTextOptions {
  onBytes?: OnBytes | undefined;
  limits?: ExpansionLimits | undefined;
}

const CHUNK_BYTES = 256 * 1024;

/** First bytes of formats people hand in by mistake. */
const FOREIGN_FORMATS: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive'],
  ['504b0506', 'a zip archive'],
  ['425a68', 'packed with bzip2'],
  ['fd377a585a', 'packed with xz'],
  ['28b52ffd', 'packed with zstd'],
  ['25504446', 'a PDF'],
];

/** @throws InvalidInputError, while reading, when the file is missing, empty, damaged, a bomb or not UTF-8 text */
export function openText(file: string, options: OpenTextOptions = {}): TextStream {
  return { name: file, chunks: { [Symbol.asyncIterator]: () => readFileText(file, options) } };
}

/** The first `maxLength` UTF-16 code units of the file, or all of it when it is shorter. */
export async function sniffText(file: string, maxLength = 64 * 1024): Promise<string> {
  let text = '';
  for await (const chunk of openText(file).chunks) {
    text += chunk;
    if (text.length >= maxLength) break;
  }
  return text.slice(0, maxLength);
}

async function* readFileText(file: string, options: OpenTextOptions): AsyncGenerator<string> {
  const { handle, size } = await openRegularFile(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const magic = buffer.subarray(0, bytesRead).toString('hex');
    const foreign = FOREIGN_FORMATS.find(([start]) => magic.startsWith(start));
    if (foreign) {
      throw new InvalidInputError(`${file} is ${foreign[1]} and not text; unpack or convert it, or give it as .gz.`);
    }
    const bytes = readBytes(handle, size, options.onBytes);
    yield* decodeText(magic.startsWith('1f8b') ? gunzip(bytes, file, options.limits) : bytes, file);
  } finally {
    await handle.close();
  }
}

async function* readBytes(handle: FileHandle, total: number, onBytes: OnBytes | undefined): AsyncGenerator<Buffer> {
  let read = 0;
  // Reading by position, and not createReadStream, leaves one owner of the handle: the generator above.
  let lastCount = -1;
  while (lastCount !== 0) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, read);
    lastCount = bytesRead;
    read += bytesRead;
    if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
    onBytes?.(read, Math.max(read, total));
  }
}

async function* gunzip(
  packed: AsyncIterable<Buffer>,
  file: string,
  limits: ExpansionLimits = defaultExpansionLimits,
): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip({ chunkSize: CHUNK_BYTES });
  // A failure of the source reaches the loop below through the unpacker; this promise repeats it.
  const feeding = pipeline(packed, unpacker).catch(() => undefined);
  try {
    yield* guardExpansion(unpacker, file, () => unpacker.bytesWritten, limits);
  } catch (error) {
    throw explainUnpacking(error, file);
  } finally {
    unpacker.destroy();
    await feeding;
  }
}

function explainUnpacking(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') {
    return new InvalidInputError(`${file} is cut off: its gzip data ends too early; download or copy it again.`, {
      cause: error,
    });
  }
  if (code === 'Z_DATA_ERROR') {
    return new InvalidInputError(`${file} is damaged: its gzip data cannot be unpacked; download or copy it again.`, {
      cause: error,
    });
  }
  return error;
}

async function openRegularFile(file: string): Promise<{ handle: FileHandle; size: number }> {
  try {
    // Asked before opening: opening a pipe would wait for its writer for ever.
    const status = await stat(file);
    if (status.isFile()) return { handle: await open(file, 'r'), size: status.size };
    throw new InvalidInputError(`${file} is ${status.isDirectory() ? 'a folder' : 'not a regular file'}; give a file.`);
  } catch (error) {
    throw explainOpening(error, file);
  }
}

/** Turns the operating system's refusal to open a path into one sentence; other errors come back as they are. */
export function explainOpening(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new InvalidInputError(`${file} does not exist; check the path.`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new InvalidInputError(`${file} may not be read by this user; change its permissions.`, { cause: error });
  }
  return error;
}
