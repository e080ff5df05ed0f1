/**
 * What an employer hands in (a file of postings, records of them, or one text that describes a job) in, postings out. They
 * are read for one answer and never stored.
 */
import { readFileSync, statSync } from 'node:fs';
import { normalisePosting } from '../collect/normalise-posting.ts';
import { readPostingFile, toRawPosting } from '../collect/read-posting-file.ts';
import type { Posting } from '../domain/posting.ts';
import { InvalidInputError } from '../errors.ts';
import { hashContent } from '../files/content-hash.ts';

const MAX_TEXT_BYTES = 1024 * 1024;
/** Linking takes a model a second or so for each: more belong into the store. */
const MAX_POSTINGS = 200;

/** @throws InvalidInputError naming the file, the line and what to do */
export async function readTextFile(file: string, now: string): Promise<Posting[]> {
  return /\.(jsonl|ndjson|json|csv|tsv)(\.gz)?$/iu.test(file)
    ? readPostings(file, now)
    : [postingOfText(textOf(file), file, now)];
}

async function readPostings(file: string, now: string): Promise<Posting[]> {
  const postings: Posting[] = [];
  for await (const { rawPosting, rejected } of readPostingFile({ file, format: 'auto' })) {
    if (rejected !== undefined) throw new InvalidInputError(rejected);
    if (postings.length === MAX_POSTINGS)
      throw new InvalidInputError(
        `${file} holds more than ${MAX_POSTINGS} postings: import and link them, then ask with --employer NAME.`,
      );
    postings.push(normalisePosting({ ...rawPosting, receivedAt: now }));
  }
  return postings;
}

/** @throws InvalidInputError naming the record and the field */
export function postingsOfRecords(records: readonly Record<string, unknown>[], now: string): Posting[] {
  return records.map((record, at) => {
    const raw = toRawPosting(record, `postings, record ${at + 1}`, { file: 'postings', format: 'auto' });
    return normalisePosting({ ...raw, receivedAt: now });
  });
}

/**
 * Its first line is the title.
 * @param where names it in an error
 */
export function postingOfText(text: string, where: string, now: string): Posting {
  const title = text.split(/\r?\n/u).find((line) => line.trim() !== '');
  if (title === undefined)
    throw new InvalidInputError(`${where} is empty: give a text that describes the job, or postings as JSONL or CSV.`);
  const payload = {
    title: title
      .replace(/^#+\s*/u, '')
      .trim()
      .slice(0, 200),
    description: text,
    employer: null,
    place: null,
    region: null,
    country: null,
    language: null,
    postedOn: null,
    validUntil: null,
    employmentType: null,
    industry: null,
    salary: null,
    raw: {},
  };
  const contentHash = hashContent(payload);
  const id = `text:${contentHash.slice(0, 16)}`;
  return normalisePosting({ id, source: 'text', url: null, licence: null, receivedAt: now, contentHash, payload });
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > MAX_TEXT_BYTES)
      throw new InvalidInputError(`${file} is over 1 MB: give one description of a job, or postings as JSONL or CSV.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replaceAll('\u0000', '');
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    if (error instanceof TypeError) throw new InvalidInputError(`${file} is not UTF-8 text: save it as UTF-8.`);
    throw new InvalidInputError(`${file} cannot be read: check the path and the permissions.`, { cause: error });
  }
}
