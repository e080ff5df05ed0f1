/**
 * CSV text in, one object of strings per row out, with the line it starts on. The only file that knows csv-parse.
 *
 * Quoted cells may hold line ends, so the number of a row and its line differ; lines are what a person can find.
 */
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { InvalidInputError } from '../errors.ts';
import { findDelimiter, findHeaderLine } from './find-delimiter.ts';
import type { Delimiter } from './find-delimiter.ts';
import type { TextStream } from './text-stream.ts';

export interface CsvRow {
  line: number;
  record: Record<string, string>;
}

export interface ReadCsvOptions {
  /** Spelling of columns we know: a header that differs only in case takes it. */
  knownColumns?: readonly string[];
  requiredColumns?: readonly string[];
  /** Rows may leave out empty cells at their end. Surplus cells are always refused: they would be lost. */
  allowShortRows?: boolean;
  /** Found in the header when not given. */
  delimiter?: Delimiter;
  /** False for files that know no quotes, where `"` is a character like any other. */
  isQuoted?: boolean;
}

const MAX_ROW_BYTES = 4 * 1024 * 1024;

/** @throws InvalidInputError naming the line for broken quotes, ragged or huge rows, missing or repeated columns */
export async function* readCsv(text: TextStream, options: ReadCsvOptions = {}): AsyncGenerator<CsvRow> {
  let columns: string[] | undefined;
  for await (const { line, cells } of readCells(text, options)) {
    if (!columns) {
      columns = readHeader(cells, text.name, line, options);
      continue;
    }
    if (cells.length > columns.length || (cells.length < columns.length && options.allowShortRows !== true)) {
      throw new InvalidInputError(
        `${text.name}, line ${line}: has ${cells.length} cells where the header names ${columns.length}; quote cells that hold the delimiter.`,
      );
    }
    yield { line, record: Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? ''])) };
  }
  if (!columns) throw new InvalidInputError(`${text.name} holds no header line; name the columns in the first line.`);
}

async function* readCells(
  text: TextStream,
  options: ReadCsvOptions,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const { chunks, header } = await peekHeader(text);
  const startLines: number[] = [];
  let lineEnd = 0;
  // csv-parse counts CR LF inside quotes as two lines.
  let countedTwice = 0;
  const parser = parse({
    delimiter: options.delimiter ?? findDelimiter(header),
    quote: options.isQuoted === false ? null : '"',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    // Called while parsing, so that an error further on in the same chunk knows the last good row.
    on_record: (cells: string[], { lines }): string[] => {
      const inside = countLineEnds(cells);
      countedTwice += inside.pairs;
      lineEnd = lines - countedTwice;
      startLines.push(lineEnd - inside.lines);
      return cells;
    },
  });
  // A failure of the source reaches the loop below through the parser; this promise repeats it.
  const feeding = pipeline(chunks, parser).catch(() => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: startLines.shift() ?? 0, cells };
  } catch (error) {
    throw explainParsing(error, text.name, lineEnd + 1);
  } finally {
    parser.destroy();
    await feeding;
  }
}

function countLineEnds(cells: readonly string[]): { lines: number; pairs: number } {
  let lines = 0;
  let pairs = 0;
  for (const cell of cells) {
    for (const [lineEnd] of cell.matchAll(/\r\n|[\r\n]/g)) {
      lines += 1;
      if (lineEnd.length === 2) pairs += 1;
    }
  }
  return { lines, pairs };
}

/** Reads on until the header is whole, and gives the chunks back as if nothing had been read. */
async function peekHeader(text: TextStream): Promise<{ header: string; chunks: AsyncIterable<string> }> {
  const iterator = text.chunks[Symbol.asyncIterator]();
  let start = '';
  let header: string | undefined;
  while (header === undefined && start.length <= MAX_ROW_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    start += next.value;
    header = findHeaderLine(start);
  }
  async function* replay(): AsyncGenerator<string> {
    try {
      if (start !== '') yield start;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { header: header ?? start, chunks: replay() };
}

function readHeader(cells: readonly string[], name: string, line: number, options: ReadCsvOptions): string[] {
  const knownByFolded = new Map(
    [...(options.knownColumns ?? []), ...(options.requiredColumns ?? [])].map((column) => [
      column.toLowerCase(),
      column,
    ]),
  );
  const columns = cells.map((cell, position) => {
    const column = cell.trim().replaceAll(/\s+/g, ' ');
    return column === '' ? `column ${position + 1}` : (knownByFolded.get(column.toLowerCase()) ?? column);
  });
  const repeated = columns.find((column, position) => columns.indexOf(column) !== position);
  if (repeated !== undefined) {
    throw new InvalidInputError(`${name}, line ${line}: names the column "${repeated}" twice; rename one of them.`);
  }
  const missing = (options.requiredColumns ?? []).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new InvalidInputError(
      `${name}, line ${line}: lacks the column ${missing.map((column) => `"${column}"`).join(', ')}; the header names ${columns
        .map((column) => `"${column}"`)
        .join(', ')
        .slice(0, 300)}.`,
    );
  }
  return columns;
}

function explainParsing(error: unknown, name: string, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const reason =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'opens a quote that is never closed; close it'
      : error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'holds a row of more than 4 MB, most likely after a quote that is never closed; close it'
        : 'has a quote inside a cell; quote the whole cell and double the quotes in it';
  return new InvalidInputError(`${name}, line ${line}: ${reason}.`, { cause: error });
}
