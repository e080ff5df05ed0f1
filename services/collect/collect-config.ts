/**
 * The file that says what to collect (CONFIG.json) in, its sources out, or one sentence about what is wrong in it.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { parseJson } from '../files/parse-json.ts';
import { MAX_URL_LENGTH } from './polite-fetch.ts';

const MAX_PATTERN_LENGTH = 200;
const MAX_CONFIG_BYTES = 1024 * 1024;

const webAddress = z
  .string()
  .max(MAX_URL_LENGTH, `is longer than ${MAX_URL_LENGTH} characters`)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'is not an http or https address');

const pattern = z
  .string()
  .min(1, 'is empty')
  .max(MAX_PATTERN_LENGTH, `is longer than ${MAX_PATTERN_LENGTH} characters`)
  .refine(isRegularExpression, 'is not a regular expression');

export const JsonLdSourceConfig = z
  .strictObject({
    /** Becomes the first part of every posting id, before a colon. */
    id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/i, 'is not made of letters, digits, - and _ (at most 64)'),
    kind: z.literal('json-ld', 'is not a kind of source we know; write "json-ld"'),
    startUrls: z.array(webAddress).max(1000, 'holds more than 1000 addresses').default([]),
    sitemapUrl: webAddress.exactOptional(),
    /** Pages and sitemaps read in one collection. */
    maxPages: z.number().int().min(1).max(1000).default(200),
    /** Between two requests to one host; robots.txt may ask for more, never for less. */
    delayMs: z.number().int().min(0).max(300_000).default(1000),
    /** For sites of your own network only: pages then may lead to any address of it. */
    allowPrivateAddresses: z.boolean().default(false),
    licence: z.string().min(1).nullable().default(null),
    /** Links of read pages to follow: a regular expression, without flags, on the whole address. */
    followLinksMatching: pattern.exactOptional(),
  })
  .refine(({ startUrls, sitemapUrl }) => startUrls.length > 0 || sitemapUrl !== undefined, {
    path: ['startUrls'],
    message: 'is empty and there is no sitemapUrl; give at least one of them',
  })
  .refine(({ startUrls, maxPages }) => startUrls.length <= maxPages, {
    path: ['maxPages'],
    message: 'is smaller than the number of startUrls',
  });
export type JsonLdSourceConfig = z.infer<typeof JsonLdSourceConfig>;

export const CollectConfig = z.strictObject({
  sources: z
    .array(JsonLdSourceConfig)
    .min(1, 'holds no source')
    .refine((sources) => new Set(sources.map(({ id }) => id)).size === sources.length, 'holds one id twice'),
});
export type CollectConfig = z.infer<typeof CollectConfig>;

/** @throws InvalidInputError naming the file and the first field that is wrong */
export async function readCollectConfig(file: string): Promise<CollectConfig> {
  const value = parseJson(await readText(file), file, 1);
  const parsed = CollectConfig.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const isUnknownKey = issue?.code === 'unrecognized_keys';
  const field = [...(issue?.path ?? []), ...(isUnknownKey ? issue.keys.slice(0, 1) : [])].join('.');
  const problem = isUnknownKey ? 'is not a setting we know' : (issue?.message ?? 'is wrong');
  throw new InvalidInputError(
    `${file}, field ${field === '' ? '(the whole file)' : field}: ${problem}; correct it and try again.`,
  );
}

async function readText(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InvalidInputError(`${file} cannot be read; give the path of a JSON file with "sources".`, {
      cause: error,
    });
  }
  if (bytes.length > MAX_CONFIG_BYTES)
    throw new InvalidInputError(`${file} is larger than 1 MB, so it is not a list of sources.`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
