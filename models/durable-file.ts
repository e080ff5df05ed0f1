/** Writes a file so that it is on the disk, not only in memory, when the promise resolves. */
import { open } from 'node:fs/promises';

/**
 * The file must not exist yet.
 * @param content whole, or in parts one after the other
 */
export async function writeDurably(file: string, content: Uint8Array | string | Iterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx');
  const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
