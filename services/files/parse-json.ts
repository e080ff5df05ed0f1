/**
 * JSON text in, a value out, or one sentence about why not.
 *
 * Depth is limited here, once: everything behind it may walk a value by recursion.
 */
import { InvalidInputError } from '../errors.ts';

const MAX_DEPTH = 64;

/**
 * @param name of the file
 * @param firstLine line of the file on which `text` starts, from 1
 * @throws InvalidInputError when the text is not JSON or nests deeper than 64 levels
 */
export function parseJson(text: string, name: string, firstLine: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const line = firstLine + newlinesBefore(text, findBreak(error, text));
    throw new InvalidInputError(
      `${name}, line ${line}: is not valid JSON; write complete JSON objects, one a line, or one JSON array.`,
      { cause: error },
    );
  }
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new InvalidInputError(
      `${name}, line ${firstLine}: nests deeper than ${MAX_DEPTH} levels; flatten the record.`,
    );
  }
  return value;
}

/**
 * Where the text stops being the start of some JSON. V8 does not always say the position, but what it says of the
 * first n lines tells whether the break is among them.
 */
function findBreak(error: unknown, text: string): number {
  const position = findPosition(error);
  if (position !== undefined) return Math.min(position, text.trimEnd().length);
  let whole = 0;
  let broken = text.length;
  for (let end = lineEndNear(text, whole, broken); end !== undefined; end = lineEndNear(text, whole, broken)) {
    if (isStartOfJson(text.slice(0, end))) whole = end;
    else broken = end;
  }
  return Math.min(whole, text.trimEnd().length);
}

/** The end of a line near the middle of a range, strictly inside it; undefined when the range is one line. */
function lineEndNear(text: string, low: number, high: number): number | undefined {
  const middle = Math.floor((low + high) / 2);
  const after = text.indexOf('\n', middle) + 1;
  if (after > low && after < high) return after;
  const before = text.lastIndexOf('\n', middle) + 1;
  return before > low && before < high ? before : undefined;
}

function isStartOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const position = findPosition(error);
    const isCutOff = error instanceof Error && error.message.includes('Unexpected end of JSON input');
    return isCutOff || (position !== undefined && position >= text.trimEnd().length);
  }
}

function findPosition(error: unknown): number | undefined {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? undefined : Number(position);
}

export function newlinesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
}
