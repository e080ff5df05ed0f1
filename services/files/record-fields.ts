/**
 * Values of unknown type in, values of the type a field has out, or one sentence naming file, line and field.
 *
 * CSV knows only text, so text that spells a number or a yes is accepted wherever a number or a boolean is.
 */
import { InvalidInputError } from '../errors.ts';

export class RecordFields<Field extends string> {
  readonly #valueByField: ReadonlyMap<Field, unknown>;
  readonly #where: string;

  /** @param where file and line, as in `postings.jsonl, line 3` */
  constructor(valueByField: ReadonlyMap<Field, unknown>, where: string) {
    this.#valueByField = valueByField;
    this.#where = where;
  }

  value(field: Field): unknown {
    return this.#valueByField.get(field) ?? null;
  }

  /** Trimmed, or null when there is none. */
  text(field: Field): string | null {
    const value = this.value(field);
    if (value === null) return null;
    if (typeof value !== 'string')
      return this.refuse(field, `should be text but is ${describe(value)}; write it as text`);
    return value.trim() === '' ? null : value.trim();
  }

  requiredText(field: Field): string {
    return this.text(field) ?? this.refuse(field, 'is missing or empty; give every record one');
  }

  /** Finite; plain digits when it stands in text. */
  number(field: Field): number | null {
    const value = this.value(field);
    const isDigits = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim());
    const number = isDigits ? Number(value) : value;
    if (number === null || (typeof number === 'number' && Number.isFinite(number))) return number;
    return this.refuse(field, `should be a number but is ${describe(value)}; write plain digits such as 1200.5`);
  }

  boolean(field: Field): boolean | null {
    const value = this.value(field);
    if (value === null || typeof value === 'boolean') return value;
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (word === 'true' || word === 'yes') return true;
    if (word === 'false' || word === 'no') return false;
    return this.refuse(field, `should be true or false but is ${describe(value)}; write one of the two`);
  }

  /** Of an array of text, or of text separated by `|` or line ends; trimmed, without empty ones. */
  list(field: Field): string[] {
    const value = this.value(field);
    if (value === null) return [];
    const parts: unknown = typeof value === 'string' ? value.split(/[|\r\n]+/) : value;
    if (!isTextArray(parts)) {
      return this.refuse(field, `should be a list of text but is ${describe(value)}; write ["one", "two"]`);
    }
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** @param problem ends without a full stop */
  refuse(field: string, problem: string): never {
    throw new InvalidInputError(`${this.#where}, field ${field}: ${problem}.`);
  }
}

/** For a message: what somebody wrote, cut short. */
export function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`;
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** An address a page may link to; null for anything but http and https (`javascript:` above all). */
export function webAddressOrNull(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
