import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../services/errors.ts';
import { openRecords } from '../../../services/files/open-records.ts';
import type { RecordFormat } from '../../../services/files/open-records.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

const { write } = temporaryFolder();

async function read(content: string | Uint8Array, format: RecordFormat = 'auto') {
  const opened = await openRecords(await write('records.data', content), format);
  return { format: opened.format, records: await collect(opened.records) };
}

describe('records', () => {
  it.each([
    ['JSON Lines', '{"id":"1"}\n{"id":"2"}\n', 'json', [1, 2]],
    ['one line of JSON', '{"id":"1"}', 'json', [1]],
    ['a JSON array', '[{"id":"1"},\n{"id":"2"}]', 'json', [1, 2]],
    ['a printed JSON object', '{\n  "id": "1"\n}\n', 'json', [1]],
    ['CSV', 'id\n1\n2\n', 'csv', [2, 3]],
  ])('are told by their content: %s', async (_what, content, format, lines) => {
    for (const packed of [content, gzipSync(content)]) {
      const read1 = await read(packed);
      expect(read1.format).toBe(format);
      expect(read1.records.map(({ line }) => line)).toEqual(lines);
      expect(read1.records[0]?.value).toEqual({ id: '1' });
    }
  });

  it('are read as the format that is asked for', async () => {
    expect((await read('[a],b\n1,2\n', 'csv')).format).toBe('csv');
    await expect(read('id\n1\n', 'jsonl')).rejects.toThrow(/line 1: is not valid JSON/);
  });

  it('end with the line that is broken', async () => {
    await expect(read('{"id":"1","ti\n{"id":"2"}\n')).rejects.toThrow(/records.data, line 1: is not valid JSON/);
    await expect(read('{"id":"1"}\n{"id"}\n')).rejects.toThrow(/records.data, line 2: is not valid JSON/);
  });

  it('never fail in any other way than in one sentence, whatever the bytes', async () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ',', ';', '\t', '\n', '\r', '\\', 'id', '1', ':', '\0', '\uFEFF', 'é'); // prettier-ignore
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.array(piece, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join(''))),
      fc.uint8Array({ maxLength: 40 }).map((noise) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), noise])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          await read(content);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
          expect((error as Error).message).toMatch(/^\S*records\.data[ ,].*\.$/s);
        }
      }),
      { numRuns: 300 },
    );
  });
});
