/**
 * JSON Lines in, numbered values out. Blank lines are passed over; the first broken line ends the reading.
 */
import { parseJson } from './parse-json.ts';
import { MAX_LINE_LENGTH, splitLines } from './split-lines.ts';
import type { TextStream } from './text-stream.ts';

export interface NumberedValue {
  /** Where the value starts, counted from 1. */
  line: number;
  value: unknown;
}

export interface ReadJsonlOptions {
  /** UTF-16 code units of a line; 4 Mi unless said otherwise. */
  maxLineLength?: number;
}

/** @throws InvalidInputError naming file and line for a line that is too long or not JSON */
export async function* readJsonl(text: TextStream, options: ReadJsonlOptions = {}): AsyncGenerator<NumberedValue> {
  for await (const { line, text: content } of splitLines(text, options.maxLineLength ?? MAX_LINE_LENGTH)) {
    if (content.trim() === '') continue;
    yield { line, value: parseJson(content, text.name, line) };
  }
}
