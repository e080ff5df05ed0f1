/**
 * A file that an employer hands in (postings as JSONL or CSV, or one text that describes a job) in, postings out. They are
 * read for one answer and never stored.
 */
import { readFileSync, statSync } from 'node:fs';
import { normalisePosting } from '../collect/normalise-posting.ts';
import { readPostingFile } from '../collect/read-posting-file.ts';
import type { Posting } from '../domain/posting.ts';
import { InvalidInputError } from '../errors.ts';
import { hashContent } from '../files/content-hash.ts';

const MAX_TEXT_BYTES = 1024 * 1024;
/** Linking takes a model a second or so for each: more belong into the store. */
const MAX_POSTINGS = 200;

/** @throws InvalidInputError naming the file, the line and what to do */
export async function readTexts(file: string, now: string): Promise<Posting[]> {
  return /\.(jsonl|ndjson|json|csv|tsv)(\.gz)?$/iu.test(file) ? readPostings(file, now) : [readText(file, now)];
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

function readText(file: string, now: string): Posting {
  const text = textOf(file);
  const title = text.split(/\r?\n/u).find((line) => line.trim() !== '');
  if (title === undefined)
    throw new InvalidInputError(`${file} is empty: give a text that describes the job, or postings as JSONL or CSV.`);
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
