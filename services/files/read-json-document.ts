/**
 * One JSON array, or one JSON object on several lines, in; its numbered values out.
 *
 * Unlike JSON Lines such a document has to be held in memory, hence its own limit.
 */
import { InvalidInputError } from '../errors.ts';
import { newlinesBefore, parseJson } from './parse-json.ts';
import type { NumberedValue } from './read-jsonl.ts';
import type { TextStream } from './text-stream.ts';

const MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;

/** @throws InvalidInputError for a document of more than 64 Mi characters, or one that is not JSON */
export async function* readJsonDocument(
  text: TextStream,
  maxLength = MAX_DOCUMENT_LENGTH,
): AsyncGenerator<NumberedValue> {
  let document = '';
  for await (const chunk of text.chunks) {
    document += chunk;
    if (document.length > maxLength) {
      throw new InvalidInputError(
        `${text.name} is one JSON document of more than ${Math.round(maxLength / 1024)} kB; write it as JSON Lines, one record a line.`,
      );
    }
  }
  const value = parseJson(document, text.name, 1);
  if (!Array.isArray(value)) {
    yield { line: 1 + newlinesBefore(document, document.search(/\S/)), value };
    return;
  }
  const lines = findElementLines(document);
  for (const [position, element] of value.entries()) yield { line: lines[position] ?? 1, value: element as unknown };
}

/** The line on which each element of the outermost array starts. The text is known to be valid JSON. */
function findElementLines(document: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let isElementDue = false;
  for (let at = 0; at < document.length; at += 1) {
    const character = document.charAt(at);
    if (character === '\n') line += 1;
    if (character <= ' ') continue;
    if (depth === 1 && isElementDue && character !== ']') {
      lines.push(line);
      isElementDue = false;
    }
    if (character === '"') at = findStringEnd(document, at);
    else if (character === '[' || character === '{') {
      isElementDue ||= depth === 0;
      depth += 1;
    } else if (character === ']' || character === '}') depth -= 1;
    else if (character === ',') isElementDue ||= depth === 1;
  }
  return lines;
}

function findStringEnd(document: string, start: number): number {
  let at = start + 1;
  while (document.charAt(at) !== '"') at += document.charAt(at) === '\\' ? 2 : 1;
  return at;
}
