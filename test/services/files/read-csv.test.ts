import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDelimiter, findHeaderLine } from '../../../services/files/find-delimiter.ts';
import { openText } from '../../../services/files/open-text.ts';
import { readCsv } from '../../../services/files/read-csv.ts';
import type { CsvRow, ReadCsvOptions } from '../../../services/files/read-csv.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

const { write } = temporaryFolder();

async function read(content: string, options?: ReadCsvOptions): Promise<CsvRow[]> {
  return collect(readCsv(openText(await write('a.csv', content)), options));
}

describe('CSV rows', () => {
  it('come with the names of the header, for commas, semicolons and tabs', async () => {
    const expected = [{ line: 2, record: { id: '1', label: 'a, b; c' } }];
    expect(await read('id,label\n1,"a, b; c"\n')).toEqual(expected);
    expect(await read('id;label\n1;"a, b; c"\n')).toEqual(expected);
    expect(await read('id\tlabel\r\n1\ta, b; c\r\n')).toEqual(expected);
  });

  it('come with the line they start on, cells of several lines and blank lines counted', async () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const lines = ['id,labels', '', '1,"a', 'b', 'c"', '2,d', '', '3,"e', 'f"', '4,g'];
      const rows = await read(lines.join(lineEnd));
      expect(rows.map(({ line, record }) => [line, record['id']])).toEqual([[3, '1'], [6, '2'], [8, '3'], [10, '4']]); // prettier-ignore
    }
  });

  it('survive writing and reading', async () => {
    // Few characters, all of them with a meaning in CSV, so that they meet.
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', ' ', 'é'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (table) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const content = ['"one","two"', ...table.map((cells) => cells.map(quote).join(','))].join('\n');
        const rows = await read(content);
        expect(rows.map(({ record }) => [record['one'], record['two']])).toEqual(table);
        let line = 2;
        for (const [position, cells] of table.entries()) {
          expect(rows[position]?.line).toBe(line);
          line += 1 + cells.join('').split('\n').length - 1;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are none below a header alone', async () => {
    expect(await read('id,label\n')).toEqual([]);
  });

  it('take our spelling of columns that differ only in case, and a name where the header has none', async () => {
    const [row] = await read(',ID , Alt  Labels\n1,2,3\n', { knownColumns: ['id', 'altLabels'] });
    expect(row?.record).toEqual({ 'column 1': '1', id: '2', 'Alt Labels': '3' });
  });

  it('keep quotes as they are in files that know none', async () => {
    const rows = await read('a\tb\n"x\t5" pipe\n', { delimiter: '\t', isQuoted: false });
    expect(rows).toEqual([{ line: 2, record: { a: '"x', b: '5" pipe' } }]);
  });

  it('may leave out cells at their end where that is allowed, but never have too many', async () => {
    expect(await read('a,b,c\n1\n', { allowShortRows: true })).toEqual([{ line: 2, record: { a: '1', b: '', c: '' } }]);
    await expect(read('a,b\n1,2\n1,2,3\n', { allowShortRows: true })).rejects.toThrow(/a.csv, line 3: has 3 cells where the header names 2/); // prettier-ignore
  });
});

describe('CSV is refused, naming the line,', () => {
  it.each([
    ['a ragged row', 'a,b\n1,2\n\n"x\ny"\n', /line 4: has 1 cells where the header names 2; quote/],
    ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n', /line 3: opens a quote that is never closed/],
    ['a quote inside a cell', 'a,b\n1,5" pipe\n', /line 2: has a quote inside a cell; quote the whole cell/],
    ['text after a closing quote', 'a,b\n1,2\n1,"5" pipe\n', /line 3: has a quote inside a cell/],
    ['a column named twice', 'id,label,id\n', /line 1: names the column "id" twice/],
    ['no header', '\n  \n\n', /has.*no header|lacks|holds no header/],
  ])('for %s', async (_what, content, message) => {
    await expect(read(content, { requiredColumns: content.includes('a,') ? [] : ['id'] })).rejects.toThrow(message);
  });

  it('for a missing column, naming those that are there', async () => {
    await expect(read('id,name\n1,2\n', { requiredColumns: ['id', 'label', 'type'] })).rejects.toThrow(
      /a.csv, line 1: lacks the column "label", "type"; the header names "id", "name"\./,
    );
  });

  it('for a row of more than 4 MB, without holding the file', async () => {
    await expect(read(`a,b\n1,"${'x,\n'.repeat(2_000_000)}`)).rejects.toThrow(/line 2: holds a row of more than 4 MB/);
  });
});

describe('the delimiter', () => {
  it('is the one the header holds most often outside quotes, the comma in doubt', () => {
    expect(findDelimiter('a;b;c,d')).toBe(';');
    expect(findDelimiter('a,b\tc')).toBe(',');
    expect(findDelimiter('"a;b;c",d')).toBe(',');
    expect(findDelimiter('label')).toBe(',');
  });

  it('is looked for in the whole header, quoted line ends included, and only there', () => {
    expect(findHeaderLine('\n\r\n"a\nb";c\r\nx,y')).toBe('\n\r\n"a\nb";c');
    expect(findHeaderLine('a,b')).toBeUndefined();
    expect(findHeaderLine('"a\nb')).toBeUndefined();
  });
});
