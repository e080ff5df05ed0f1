import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText } from '../../../services/files/open-text.ts';
import { readJsonDocument } from '../../../services/files/read-json-document.ts';
import { readJsonl } from '../../../services/files/read-jsonl.ts';
import type { TextStream } from '../../../services/files/text-stream.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

const { write } = temporaryFolder();

function textOf(...chunks: string[]): TextStream {
  return {
    name: 'a.jsonl',
    chunks: {
      // eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of what is already there
      async *[Symbol.asyncIterator]() {
        yield* chunks;
      },
    },
  };
}

describe('JSON Lines', () => {
  it('gives each value with its line, blank lines counted but passed over', async () => {
    expect(await collect(readJsonl(textOf('{"a":1}\r\n\n', ' \n[2', ']\n"three"')))).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 4, value: [2] },
      { line: 5, value: 'three' },
    ]);
  });

  it('does not depend on where chunks end', async () => {
    const text = '{"a":"ä"}\n{"b":[1,2]}\n\n{"c":null}';
    const whole = await collect(readJsonl(textOf(text)));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(text.length), async (first, second) => {
        const [a, b] = [Math.min(first, second), Math.max(first, second)];
        expect(await collect(readJsonl(textOf(text.slice(0, a), text.slice(a, b), text.slice(b))))).toEqual(whole);
      }),
    );
  });

  it('stops at the first broken line and names it', async () => {
    const reading = collect(readJsonl(textOf('{"a":1}\n{"a":\n{"a":3}\n')));
    await expect(reading).rejects.toThrow('a.jsonl, line 2: is not valid JSON; write complete JSON objects');
  });

  it('accepts a line as long as the limit and refuses one character more', async () => {
    expect(await collect(readJsonl(textOf('1\n"234"'), { maxLineLength: 5 }))).toHaveLength(2);
    const reading = collect(readJsonl(textOf('1\n"2345"'), { maxLineLength: 5 }));
    await expect(reading).rejects.toThrow('a.jsonl, line 2: is longer than');
    await expect(collect(readJsonl(textOf('1\n"2345"\n'), { maxLineLength: 5 }))).rejects.toThrow('line 2');
  });

  it('refuses a line of 10 MB', async () => {
    const file = await write('long.jsonl', `{"id":1}\n{"id":"${'x'.repeat(10 * 1024 * 1024)}"}\n`);
    await expect(collect(readJsonl(openText(file)))).rejects.toThrow(`${file}, line 2: is longer than 4096 kB`);
  });

  it('refuses values nested so deep that walking them would fail', async () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(await collect(readJsonl(textOf(nested(65))))).toHaveLength(1);
    await expect(collect(readJsonl(textOf(nested(66))))).rejects.toThrow('line 1: nests deeper than 64 levels');
    await expect(collect(readJsonl(textOf(nested(500_000))))).rejects.toThrow('nests deeper');
  });
});

describe('a JSON document', () => {
  it('gives the elements of an array with the lines they start on', async () => {
    const text = '\n[ {"a": "],[", "b": [1,\n{"c": "\\"["}]},\n\n 2,"x",\n []\n]\n';
    expect(await collect(readJsonDocument(textOf(text)))).toEqual([
      { line: 2, value: { a: '],[', b: [1, { c: '"[' }] } },
      { line: 5, value: 2 },
      { line: 5, value: 'x' },
      { line: 6, value: [] },
    ]);
    expect(await collect(readJsonDocument(textOf('[]')))).toEqual([]);
  });

  it('names the right line whatever the elements hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), async (elements) => {
        const printed = elements.map((element) => JSON.stringify(element));
        const read = await collect(readJsonDocument(textOf(`[\n${printed.join(',\n')}\n]`)));
        expect(read.map(({ value }) => JSON.stringify(value))).toEqual(printed);
        expect(read.map(({ line }) => line)).toEqual(elements.map((_, position) => position + 2));
      }),
    );
  });

  it('is one value when it is an object', async () => {
    expect(await collect(readJsonDocument(textOf('\n\n{\n "a": 1 }')))).toEqual([{ line: 3, value: { a: 1 } }]);
  });

  it.each([
    ['[\n1,\n2 3]', 3],
    ['[\n1,\n2\n', 3],
    ['[\n1,\n x\n,\n2]', 3],
    ['[\n{"a":1},\n\n{"a":2},,\n{"a":1},\n{"a":1}\n]', 4],
    ['[\n"a",\n"b\n"]', 3],
    ['{\n"a": nul,\n"b": 2}', 2],
    ['[1,\n2],\n3', 2],
  ])('names the line on which it breaks: %j', async (document, line) => {
    const reading = collect(readJsonDocument(textOf(document)));
    await expect(reading).rejects.toThrow(`a.jsonl, line ${line}: is not valid JSON`);
  });

  it('is refused beyond its limit, and not at it', async () => {
    expect(await collect(readJsonDocument(textOf('[1', ',2]'), 5))).toHaveLength(2);
    await expect(collect(readJsonDocument(textOf('[1', ',2] '), 5))).rejects.toThrow('write it as JSON Lines');
  });
});
