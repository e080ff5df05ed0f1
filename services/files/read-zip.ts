/**
 * A zip archive in, the text of the wanted entries out, one after the other. The only file that knows yauzl.
 *
 * Nothing is written to disk, but an archive with a single hostile name (`../`, `/etc`) is refused as a whole:
 * whoever wrote it cannot be trusted with the rest.
 */
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { InvalidInputError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { defaultExpansionLimits, guardExpansion, refuseBomb } from './guard-expansion.ts';
import type { ExpansionLimits } from './guard-expansion.ts';
import { explainOpening } from './open-text.ts';
import type { OnBytes, TextStream } from './text-stream.ts';

export interface ReadZipOptions {
  onBytes?: OnBytes | undefined;
  limits?: ExpansionLimits | undefined;
}

/** Entries of an archive; the two ESCO zips hold 17 between them. */
const MAX_ENTRIES = 10_000;

export interface ZipText {
  /** Path inside the archive. */
  entryName: string;
  text: TextStream;
}

/**
 * Each text has to be read before the next one is asked for, or left unread.
 *
 * @param isWanted asked with the path of every entry
 * @throws InvalidInputError for what is no zip archive, hostile names, encrypted or damaged entries and bombs
 */
export async function* readZip(
  file: string,
  isWanted: (entryName: string) => boolean,
  { onBytes, limits = defaultExpansionLimits }: ReadZipOptions = {},
): AsyncGenerator<ZipText> {
  const archive = await openArchive(file);
  try {
    const entries = await listEntries(archive, file, isWanted);
    const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
    const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    refuseBomb(file, declared, packed, limits);
    let done = 0;
    for (const entry of entries) {
      refuseUnreadable(entry, nameEntry(file, entry));
      const start = done;
      const report = (share: number): void => onBytes?.(start + Math.round(entry.compressedSize * share), packed);
      yield { entryName: entry.fileName, text: openEntry(archive, file, entry, limits, report) };
      done += entry.compressedSize;
      onBytes?.(done, packed);
    }
  } finally {
    archive.close();
  }
}

async function openArchive(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false });
  } catch (error) {
    const explained = explainOpening(error, file);
    if (explained !== error) throw explained;
    throw new InvalidInputError(`${file} is not a zip archive, or is cut off; download or copy it again.`, {
      cause: error,
    });
  }
}

async function listEntries(archive: ZipFile, file: string, isWanted: (name: string) => boolean): Promise<Entry[]> {
  if (archive.entryCount > MAX_ENTRIES) {
    throw new InvalidInputError(
      `${file} holds ${archive.entryCount} entries; give an archive of at most ${MAX_ENTRIES}.`,
    );
  }
  const entryByName = new Map<string, Entry>();
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/') || !isWanted(entry.fileName)) continue;
      if (entryByName.has(entry.fileName)) {
        throw new InvalidInputError(`${nameEntry(file, entry)} is in the archive twice; pack it again.`);
      }
      entryByName.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    const isHostile =
      error instanceof Error && /^(absolute path|invalid relative path|invalid characters)/.test(error.message);
    const reason = isHostile ? 'holds an entry that points outside the archive' : 'has a damaged list of entries';
    throw new InvalidInputError(`${file} ${reason}; use an archive from a source you trust.`, { cause: error });
  }
  return [...entryByName.values()];
}

function refuseUnreadable(entry: Entry, name: string): void {
  if (entry.isEncrypted()) {
    throw new InvalidInputError(`${name} is encrypted; pack it without a password.`);
  }
  if (!entry.canDecodeFileData()) {
    throw new InvalidInputError(`${name} uses a rare compression method; pack it as an ordinary zip (deflate).`);
  }
}

function openEntry(
  archive: ZipFile,
  file: string,
  entry: Entry,
  limits: ExpansionLimits,
  report: (share: number) => void,
): TextStream {
  const name = nameEntry(file, entry);
  async function* readBytes(): AsyncGenerator<Uint8Array> {
    let checksum = 0;
    let read = 0;
    try {
      const bytes = await archive.openReadStreamPromise(entry);
      for await (const chunk of guardExpansion(bytes, name, () => entry.compressedSize, limits)) {
        checksum = crc32(chunk, checksum);
        read += chunk.length;
        yield chunk;
        report(Math.min(1, read / Math.max(1, entry.uncompressedSize)));
      }
    } catch (error) {
      if (error instanceof InvalidInputError) throw error;
      throw damaged(name, error);
    }
    if (checksum !== entry.crc32) throw damaged(name);
  }
  return { name, chunks: { [Symbol.asyncIterator]: () => decodeText(readBytes(), name) } };
}

function damaged(name: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(`${name} is damaged and cannot be unpacked; download or copy the archive again.`, {
    cause,
  });
}

function nameEntry(file: string, entry: Entry): string {
  return `${file} > ${entry.fileName}`;
}
