/**
 * JSON-LD of one page in, its schema.org JobPosting objects as raw postings out, and what was wrong with the others.
 *
 * JSON-LD is written by plugins: objects stand alone, in arrays, under `@graph` or inside other objects, and refer
 * to each other by `@id`. Nothing here follows a context over the network.
 */
import { InvalidInputError } from '../errors.ts';
import { hashContent } from '../files/content-hash.ts';
import { parseJson } from '../files/parse-json.ts';
import { pickFields } from '../files/pick-fields.ts';
import { isRecord, webAddressOrNull } from '../files/record-fields.ts';
import type { CollectedPage } from './posting-source.ts';
import { postingFieldNames } from './posting-fields.ts';
import { toPostingPayload } from './to-posting-payload.ts';
import type { UnstampedPosting } from './read-posting-file.ts';

type JsonObject = Record<string, unknown>;

export interface JobPostingOrigin {
  source: string;
  licence: string | null;
  /** The page the objects stand on. */
  pageUrl: string;
}

const MAX_ID_LENGTH = 200;
/** More than any list page shows; a page made to fill our memory stops here. */
const MAX_SCRIPTS = 200;
const MAX_POSTINGS = 1000;
/** An object of values that may refer to another by `@id`, or be wrapped as `@value`. */
const REFERRING_FIELDS = ['hiringOrganization', 'jobLocation', 'baseSalary', 'identifier'];

/** A posting's id is its identifier, else its url, else that of the page; two without either are told apart by number. */
export function readJobPostings(scripts: readonly string[], origin: JobPostingOrigin): CollectedPage {
  const postings = new Map<string, UnstampedPosting>();
  const problems: CollectedPage['problems'] = [];
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      problems.push({ url: origin.pageUrl, message: error.message });
    }
  };
  let objectCount = 0;
  for (const [position, script] of scripts.slice(0, MAX_SCRIPTS).entries()) {
    attempt(() => {
      for (const object of findJobPostings(parseScript(script, `${origin.pageUrl}, JSON-LD ${position + 1}`))) {
        objectCount += 1;
        if (objectCount > MAX_POSTINGS) break;
        attempt(() => {
          const posting = toRawPosting(object, origin, postings.size);
          postings.set(posting.id, posting);
        });
      }
    });
  }
  if (scripts.length > MAX_SCRIPTS || objectCount > MAX_POSTINGS) {
    const message = `${origin.pageUrl} holds more than ${MAX_SCRIPTS} scripts or ${MAX_POSTINGS} postings; the rest is left out.`;
    problems.push({ url: origin.pageUrl, message });
  }
  return { postings: [...postings.values()], problems };
}

/** Strings with line ends in them and wrappings for old browsers are common, and harmless to repair. */
function parseScript(script: string, name: string): unknown {
  const text = script
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '')
    .replace(/[\u0000-\u001F\uFEFF]/g, ' ');
  try {
    return parseJson(text, name, 1);
  } catch (error) {
    throw new InvalidInputError(`${name} is not JSON that can be read, so its postings are left out.`, {
      cause: error,
    });
  }
}

/** Anywhere in the value; within one JobPosting no second one is looked for. References are put in place. */
function findJobPostings(root: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  const objectById = new Map<string, JsonObject>();
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const value = stack.pop();
    // One by one: spread over the arguments of a call a long list would overflow the stack.
    if (Array.isArray(value)) for (const each of (value as unknown[]).toReversed()) stack.push(each);
    if (!isRecord(value)) continue;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1) objectById.set(id, value);
    if (isJobPosting(value)) found.push(value);
    else for (const each of Object.values(value).toReversed()) stack.push(each);
  }
  return found.map((posting) => {
    const resolved = REFERRING_FIELDS.flatMap((field) => {
      const reference = posting[field];
      const id = isRecord(reference) ? reference['@id'] : undefined;
      const target = typeof id === 'string' ? objectById.get(id) : undefined;
      return target ? [[field, target] as const] : [];
    });
    return { ...posting, ...Object.fromEntries(resolved) };
  });
}

function isJobPosting(value: JsonObject): boolean {
  const types: unknown[] = [value['@type']].flat();
  return types.some(
    (type) => typeof type === 'string' && /^(?:https?:\/\/schema\.org\/|schema:)?JobPosting$/.test(type),
  );
}

function toRawPosting(
  object: JsonObject,
  { source, licence, pageUrl }: JobPostingOrigin,
  position: number,
): UnstampedPosting {
  const url = readUrl(object['url'], pageUrl);
  const { payload } = toPostingPayload(pickFields(plainFields(object), postingFieldNames), pageUrl);
  const withOriginal = { ...payload, raw: object };
  const pageId = position === 0 ? pageUrl : `${pageUrl}#${position + 1}`;
  return {
    id: `${source}:${readIdentifier(object['identifier']) ?? url ?? pageId}`,
    source,
    url: url ?? pageUrl,
    licence,
    contentHash: hashContent(withOriginal),
    payload: withOriginal,
  };
}

/** schema.org allows an object or a list where the payload wants text; what cannot be text is left out, not refused. */
function plainFields(object: JsonObject): JsonObject {
  const plain: JsonObject = { ...object };
  for (const field of ['title', 'description', 'datePosted', 'validThrough', 'inLanguage', 'url']) {
    plain[field] = firstText(object[field]);
  }
  return plain;
}

function firstText(value: unknown): string | null {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (typeof first === 'string') return first;
  if (typeof first === 'number') return String(first);
  if (!isRecord(first)) return null;
  return firstText(first['@value'] ?? first['alternateName'] ?? first['name'] ?? null);
}

/** Of a PropertyValue the value: its name is that of who gave it. */
function readIdentifier(identifier: unknown): string | null {
  const [first] = Array.isArray(identifier) ? (identifier as unknown[]) : [identifier];
  const value = isRecord(first) ? (first['value'] ?? first['@value'] ?? first['@id']) : first;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' || text.length > MAX_ID_LENGTH ? null : text;
}

function readUrl(value: unknown, pageUrl: string): string | null {
  const text = firstText(value)?.trim() ?? '';
  return text !== '' && URL.canParse(text, pageUrl) ? webAddressOrNull(new URL(text, pageUrl).href) : null;
}
