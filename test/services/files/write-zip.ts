/** Zip archives for tests: honest ones by yazl, hostile ones by changing bytes of an honest one. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(entries)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return buffer(archive.outputStream);
}

/** Replaces every occurrence of some bytes by others of the same length. */
export function replaceBytes(archive: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('A patch has to keep the length.');
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Offset of the first entry in the central directory. */
export function centralEntry(archive: Buffer): number {
  return archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
}
