/** The SHA-256 of a file's content, without holding the file in memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** @returns 64 hex digits, or undefined when the file cannot be read */
export async function fileChecksum(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
