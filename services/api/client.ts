/**
 * A typed client: requests and replies as the schemas of the routes say, without any of them in the bundle. It runs in a
 * browser and in Node; of the server it imports types only.
 *
 *   const api = createClient();
 *   const { gaps } = await api('get /v1/gaps', { region: 'IE-G', series: true });
 */
import type { z } from 'zod';
import type { apiEndpoints } from './api-endpoints.ts';
import type { Problem } from './problem.ts';

type Listed = ReturnType<typeof apiEndpoints>[number];

/** `get /v1/gaps` -> what may be asked and what comes back. */
export type Calls = {
  [One in Listed as `${One['method']} ${One['path']}`]: {
    request: z.input<One['request']>;
    reply: z.output<One['reply']>;
  };
};
export type CallName = keyof Calls;

/** The API's own words about what went wrong. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Where the API is; '' for the page's own host. */
  base?: string;
  key?: string;
  fetch?: typeof fetch;
}

export interface Client {
  /** @throws ProblemError for every reply that is none; whatever fetch throws when nobody answers */
  <Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    signal?: AbortSignal,
  ): Promise<Calls[Name]['reply']>;
  /** The same for a reply that is a document (`format` md, html, vosviewer). */
  text: <Name extends CallName>(name: Name, request: Calls[Name]['request'], signal?: AbortSignal) => Promise<string>;
}

export function createClient({ base = '', key, fetch: ask = fetch }: ClientOptions = {}): Client {
  const send = async (name: CallName, request: unknown, signal?: AbortSignal): Promise<Response> => {
    const { method, url, body } = requestOf(name, request as Record<string, unknown>);
    const reply = await ask(`${base}${url}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (reply.ok) return reply;
    throw new ProblemError(await problemOf(reply));
  };
  const call = async (name: CallName, request: unknown, signal?: AbortSignal) =>
    (await send(name, request, signal)).json() as Promise<never>;
  const text = async (name: CallName, request: unknown, signal?: AbortSignal) =>
    (await send(name, request, signal)).text();
  return Object.assign(call, { text });
}

/** Parameters of the path into the path; the rest into the query string, or for POST into the body. */
export function requestOf(
  name: CallName,
  request: Readonly<Record<string, unknown>>,
): { method: string; url: string; body: string | undefined } {
  const [method = '', path = ''] = name.split(' ');
  const rest = { ...request };
  const filled = path.replace(/\{(\w+)\}/gu, (_, parameter: string) => {
    const value = rest[parameter];
    Reflect.deleteProperty(rest, parameter);
    return encodeURIComponent(shown(value));
  });
  if (method === 'post') return { method: 'POST', url: filled, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) query.set(key, shown(value));
  return { method: 'GET', url: query.size === 0 ? filled : `${filled}?${query.toString()}`, body: undefined };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function problemOf(reply: Response): Promise<Problem> {
  try {
    return (await reply.json()) as Problem;
  } catch {
    // Something between here and there answered.
    const detail = `The server answered ${reply.status} without saying why.`;
    return { type: 'about:blank', title: 'Something went wrong', status: reply.status, detail };
  }
}
