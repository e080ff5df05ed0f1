/** Writes a file so that it is on the disk, not only in memory, when the promise resolves. */
import { open } from 'node:fs/promises';

/** The file must not exist yet. */
export async function writeDurably(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
