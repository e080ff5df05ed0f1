/**
 * The one door between the page and the server: the API's own typed client, on this host, with the reader's key. What
 * goes wrong becomes a Refusal that a view can show.
 */
import { createClient, ProblemError, type CallName, type Calls, type Client } from '../../api/client.ts';
import { accessKey } from './access-key.ts';

export type { CallName };
export type Asked<Name extends CallName> = Calls[Name]['request'];
export type Told<Name extends CallName> = Calls[Name]['reply'];

/** There is no answer: what the API said, in words for a reader. */
export class Refusal extends Error {
  /** HTTP status; 0 where nobody answered. */
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.status = status;
    this.title = title;
  }
}

/** @throws Refusal whenever there is no answer to show; an abort stays an abort */
export async function ask<Name extends CallName>(
  name: Name,
  request: Asked<Name>,
  signal?: AbortSignal,
): Promise<Told<Name>> {
  return orRefusal(client()(name, request, signal));
}

/** The same for answers that are documents: Markdown, HTML, a file for VOSviewer. */
export async function askForText<Name extends CallName>(name: Name, request: Asked<Name>): Promise<string> {
  return orRefusal(client().text(name, request));
}

/** Made for each question: the key may just have been given. */
function client(): Client {
  const key = accessKey();
  return createClient(key === null ? {} : { key });
}

async function orRefusal<Reply>(asked: Promise<Reply>): Promise<Reply> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    if (!(error instanceof ProblemError)) throw new Refusal(0, '', '', { cause: error });
    const { status, title, detail } = error.problem;
    throw new Refusal(status, title, detail, { cause: error });
  }
}

export function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(0, '', '', { cause: error });
}
