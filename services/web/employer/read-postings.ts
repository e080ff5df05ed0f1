/**
 * A file an employer chose into what the API takes: postings as records, or a plain text. Read in the browser; names of
 * fields are left to the API, which knows many.
 */
export const MOST_POSTINGS = 50;

export type HandedIn = { text: string } | { postings: Record<string, unknown>[] };

/** @returns null where nothing can be read as a posting */
export async function readPostings(content: string, name: string): Promise<HandedIn | null> {
  if (content.trim() === '') return null;
  if (/\.csv$/iu.test(name)) return fromRows(await csvRows(content));
  if (/^\s*[[{]/u.test(content)) return fromRows(jsonRows(content));
  return { text: content };
}

async function csvRows(content: string): Promise<unknown[]> {
  const { default: papa } = await import('papaparse');
  return papa.parse<Record<string, unknown>>(content, { header: true, skipEmptyLines: 'greedy' }).data;
}

/** One document, or one a line. */
function jsonRows(content: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(content);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    return content.split('\n').flatMap((line) => {
      try {
        return line.trim() === '' ? [] : [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
  }
}

function fromRows(rows: readonly unknown[]): HandedIn | null {
  const postings = rows.filter(
    (row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
  return postings.length === 0 ? null : { postings: postings.slice(0, MOST_POSTINGS) };
}
