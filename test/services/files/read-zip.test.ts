import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../services/files/read-zip.ts';
import type { ReadZipOptions } from '../../../services/files/read-zip.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';
import { centralEntry, replaceBytes, zipOf } from './write-zip.ts';

const { folder, write } = temporaryFolder();
const isCsv = (name: string): boolean => name.endsWith('.csv');

async function readAll(content: Buffer, options?: ReadZipOptions): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const { entryName, text } of readZip(await write('a.zip', content), isCsv, options)) {
    texts[entryName] = (await collect(text.chunks)).join('');
  }
  return texts;
}

describe('a zip archive', () => {
  it('gives the text of the wanted entries only', async () => {
    const archive = await zipOf({ 'a.csv': 'ä', 'folder/b.csv': 'b\n', 'c.bin': Buffer.from([0, 1, 2]) });
    expect(await readAll(archive)).toEqual({ 'a.csv': 'ä', 'folder/b.csv': 'b\n' });
  });

  it('names archive and entry in errors about the text', async () => {
    const archive = await zipOf({ 'a.csv': Buffer.from('x\n\xe9\n', 'latin1') });
    await expect(readAll(archive)).rejects.toThrow(`${folder}/a.zip > a.csv, line 2: is not valid UTF-8`);
  });

  it('reports progress up to the packed size of the wanted entries', async () => {
    const archive = await zipOf({ 'a.csv': randomBytes(50_000).toString('hex'), 'b.csv': 'b' });
    const reports: [number, number][] = [];
    await readAll(archive, { onBytes: (read, total) => reports.push([read, total]) });
    const [read, total] = reports.at(-1)!;
    expect(read).toBe(total);
    expect(reports.every(([each], position) => position === 0 || each >= reports[position - 1]![0])).toBe(true);
  });

  it('is refused when a name leads outside, even of an entry nobody wants', async () => {
    const archive = await zipOf({ 'a.csv': 'a', 'xx/evil.bin': 'x' });
    for (const name of ['../evil.bin', '/x/evil.bin', 'C:/evil.bin', '..\\evil.bin']) {
      const hostile = replaceBytes(archive, 'xx/evil.bin', name.padEnd(11, 'n').slice(0, 11));
      await expect(readAll(hostile)).rejects.toThrow(/a.zip holds an entry that points outside the archive/);
    }
  });

  it('is refused when a wanted entry is encrypted', async () => {
    const archive = await zipOf({ 'a.csv': 'a' });
    archive.writeUInt16LE(archive.readUInt16LE(centralEntry(archive) + 8) | 1, centralEntry(archive) + 8);
    await expect(readAll(archive)).rejects.toThrow(/a.csv is encrypted; pack it without a password/);
  });

  it('is refused when it names an entry twice', async () => {
    const archive = replaceBytes(await zipOf({ 'a.csv': 'a', 'b.csv': 'b' }), 'b.csv', 'a.csv');
    await expect(readAll(archive)).rejects.toThrow(/a.csv is in the archive twice/);
  });

  it('is refused when it declares to be a bomb', async () => {
    const archive = await zipOf({ 'a.csv': 'x'.repeat(100_000), 'b.csv': 'x'.repeat(100_000) });
    const generous = { maxBytes: 200_000, maxRatio: 10_000, ratioFromBytes: 0 };
    expect(Object.keys(await readAll(archive, { limits: generous }))).toHaveLength(2);
    await expect(readAll(archive, { limits: { ...generous, maxBytes: 199_999 } })).rejects.toThrow(
      /unpacks to more than/,
    );
    await expect(readAll(archive, { limits: { ...generous, maxRatio: 200 } })).rejects.toThrow(/more than 200 times/);
  });

  it('is refused when it is a bomb that declares to be small', async () => {
    const archive = await zipOf({ 'a.csv': 'x'.repeat(100_000) });
    archive.writeUInt32LE(500, centralEntry(archive) + 24);
    await expect(readAll(archive)).rejects.toThrow(/a.csv is damaged and cannot be unpacked/);
  });

  it('is refused when a text does not have its checksum', async () => {
    const archive = await zipOf({ 'a.csv': 'abc' });
    archive.writeUInt32LE(1, centralEntry(archive) + 16);
    await expect(readAll(archive)).rejects.toThrow(/a.csv is damaged/);
  });

  it('is refused when it is cut off, something else or not there', async () => {
    const archive = await zipOf({ 'a.csv': randomBytes(5000).toString('hex') });
    await expect(readAll(archive.subarray(0, 3000))).rejects.toThrow(/is not a zip archive, or is cut off/);
    await expect(readAll(Buffer.from('id,label\n'))).rejects.toThrow(/is not a zip archive/);
    await expect(collect(readZip(`${folder}/none.zip`, isCsv))).rejects.toThrow(/none.zip does not exist/);
  });
});
