/**
 * Chunks of text in, numbered lines out. A line longer than the limit is refused before it fills the memory.
 */
import { InvalidInputError } from '../errors.ts';
import type { TextStream } from './text-stream.ts';

export interface TextLine {
  /** Counted from 1. */
  line: number;
  /** Without its line end. */
  text: string;
}

/** UTF-16 code units of a line. */
export const MAX_LINE_LENGTH = 4 * 1024 * 1024;

/** @throws InvalidInputError naming file and line when a line is longer than `maxLength` */
export async function* splitLines(text: TextStream, maxLength = MAX_LINE_LENGTH): AsyncGenerator<TextLine> {
  let rest = '';
  let line = 1;

  const refuseLong = (length: number): void => {
    if (length > maxLength) {
      const limit = `${Math.round(maxLength / 1024)} kB`;
      throw new InvalidInputError(
        `${text.name}, line ${line}: is longer than ${limit}; write one record a line, each shorter than that.`,
      );
    }
  };

  for await (const chunk of text.chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      refuseLong(rest.length + end - start);
      yield { line, text: withoutReturn(rest + chunk.slice(start, end)) };
      rest = '';
      start = end + 1;
      line += 1;
    }
    rest += chunk.slice(start);
    refuseLong(rest.length);
  }
  if (rest !== '') yield { line, text: withoutReturn(rest) };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
