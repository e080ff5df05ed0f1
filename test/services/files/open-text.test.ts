import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../services/errors.ts';
import { openText, sniffText } from '../../../services/files/open-text.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

const { folder, write } = temporaryFolder();
const readAll = async (file: string): Promise<string> => (await collect(openText(file).chunks)).join('');

async function refusal(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidInputError);
  return (error as Error).message;
}

describe('text of a file', () => {
  it('is read plain or gzipped, whatever the name says', async () => {
    expect(await readAll(await write('a.txt', 'Zürich\n'))).toBe('Zürich\n');
    expect(await readAll(await write('named-plain.txt', gzipSync('Zürich\n')))).toBe('Zürich\n');
    expect(await readAll(await write('named-packed.gz', 'Zürich\n'))).toBe('Zürich\n');
  });

  it('keeps characters whole where a chunk ends inside them', async () => {
    for (const shift of ['', 'x', 'xy', 'xyz']) {
      const text = shift + '€😀é'.repeat(100_000);
      expect(await readAll(await write('torn.txt', text))).toBe(text);
      expect(await readAll(await write('torn.gz', gzipSync(text)))).toBe(text);
    }
  });

  it('is read through all members of a gzip file', async () => {
    expect(await readAll(await write('two.gz', Buffer.concat([gzipSync('one '), gzipSync('two')])))).toBe('one two');
  });

  it('loses its byte order mark, and nothing else', async () => {
    expect(await readAll(await write('bom.csv', '\uFEFFid\n1'))).toBe('id\n1');
    expect(await readAll(await write('short.csv', 'ab'))).toBe('ab');
  });

  it('can be read twice, and its start alone', async () => {
    const file = await write('twice.txt', 'abc');
    const text = openText(file);
    expect(await collect(text.chunks)).toEqual(['abc']);
    expect(await collect(text.chunks)).toEqual(['abc']);
    expect(await sniffText(file, 2)).toBe('ab');
  });

  it('reports the bytes read, up to the size of the file', async () => {
    const packed = gzipSync(Array.from({ length: 200_000 }, (_, row) => `${row * 7919}`).join('\n'));
    const reports: [number, number][] = [];
    const file = await write('progress.gz', packed);
    await collect(openText(file, { onBytes: (read, total) => reports.push([read, total]) }).chunks);
    expect(reports.at(-1)).toEqual([packed.length, packed.length]);
    expect(reports.map(([read]) => read)).toEqual(reports.map(([read]) => read).sort((a, b) => a - b));
  });

  it.runIf(process.platform === 'linux')('leaves no file open when the reader stops early', async () => {
    const file = await write('long.gz', gzipSync('line\n'.repeat(1_000_000)));
    const openBefore = readdirSync('/proc/self/fd').length;
    for (let round = 0; round < 20; round += 1) expect(await sniffText(file, 4)).toBe('line');
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(openBefore + 5);
  });
});

describe('refuses', () => {
  it('an empty file, also one of a byte order mark alone, and one packed', async () => {
    for (const content of ['', '\uFEFF', gzipSync('')]) {
      expect(await refusal(readAll(await write('empty', content)))).toMatch(/empty is empty; give a file/);
    }
  });

  it('NUL bytes, naming the line', async () => {
    const file = await write('nul.txt', 'one\ntwo\nth\0ree\n');
    expect(await refusal(readAll(file))).toBe(
      `${file}, line 3: holds a NUL byte, so this is not a text file; export it as text.`,
    );
  });

  it('bytes that are not UTF-8, naming the line and the way out', async () => {
    const file = await write('latin1.csv', Buffer.from('id\nok\nMünchen\n', 'latin1'));
    expect(await refusal(readAll(file))).toBe(
      `${file}, line 3: is not valid UTF-8; convert the file to UTF-8 and try again.`,
    );
    const late = Buffer.concat([Buffer.from('long line\n'.repeat(60_000)), Buffer.from([0xe9, 0x0a])]);
    expect(await refusal(readAll(await write('late.csv', late)))).toContain('line 60001:');
    const cut = Buffer.from('caf€').subarray(0, 5);
    expect(await refusal(readAll(await write('cut.csv', cut)))).toContain('line 1: is not valid UTF-8');
  });

  it('UTF-16 by its name, with and without byte order mark', async () => {
    const little = Buffer.from('\uFEFFid,label\n', 'utf16le');
    for (const content of [
      little,
      little.subarray(2),
      Buffer.from(little).swap16(),
      Buffer.from(little).swap16().subarray(2),
    ]) {
      expect(await refusal(readAll(await write('wide.csv', content)))).toMatch(
        /is written in UTF-16; convert it to UTF-8/,
      );
    }
  });

  it('a gzip file that is cut off or damaged', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, row) => `${row * 7919}`).join('\n'));
    expect(await refusal(readAll(await write('cut.gz', packed.subarray(0, packed.length - 20))))).toMatch(/is cut off/);
    expect(await refusal(readAll(await write('stub.gz', packed.subarray(0, 6))))).toMatch(/is cut off/);
    const damaged = Buffer.from(packed).fill(0xff, 200, 300);
    expect(await refusal(readAll(await write('damaged.gz', damaged)))).toMatch(/is damaged/);
  });

  it('a gzip file that unpacks beyond the absolute limit, and none that just reaches it', async () => {
    const limits = { maxBytes: 1000, maxRatio: 1e9, ratioFromBytes: 0 };
    const fits = await write('fits.gz', gzipSync('x'.repeat(1000)));
    expect((await collect(openText(fits, { limits }).chunks)).join('')).toHaveLength(1000);
    const bomb = await write('bomb.gz', gzipSync('x'.repeat(1001)));
    expect(await refusal(collect(openText(bomb, { limits }).chunks))).toMatch(/unpacks to more than/);
  });

  it('a gzip bomb of more than 200 to 1 beyond 64 MB', async () => {
    const file = await write('blanks.gz', gzipSync(Buffer.alloc(70 * 1024 * 1024, ' ')));
    expect(await refusal(readAll(file))).toMatch(/unpacks to more than 200 times its size/);
    expect((await readAll(await write('few.gz', gzipSync(Buffer.alloc(1024 * 1024, ' '))))).length).toBe(1024 * 1024);
  });

  it('what is no text file at all, by its name', async () => {
    expect(await refusal(readAll(await write('a.jsonl', Buffer.from('504b030414000000', 'hex'))))).toMatch(
      /is a zip archive/,
    );
    expect(await refusal(readAll(`${folder}/nowhere.csv`))).toMatch(/nowhere.csv does not exist; check the path/);
    expect(await refusal(readAll(folder))).toMatch(/is a folder; give a file/);
    expect(await refusal(readAll('/dev/null'))).toMatch(/is not a regular file/);
  });
});
