/**
 * One HTTP request, in bounds: the address is checked, the time limited, the body cut at a size after decoding.
 *
 * Node's fetch would let us check an address but not connect to the one that was checked; hence node:http. Redirects
 * are replies like others here: whoever follows one asks again, and so checks again.
 */
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { InvalidInputError, TransientError } from '../errors.ts';
import { checkedLookup, refuseLiteral, type AddressRule, type Resolve } from './address-guard.ts';

export interface RequestBounds {
  userAgent: string;
  /** For the whole of it, the body included. */
  timeoutMs: number;
  isAllowedAddress: AddressRule;
  resolve: Resolve;
}

export interface BodyBounds {
  /** After decoding. What comes behind is not read. */
  maxBytes: number;
  /** @returns false for a content type the body of which is not worth reading */
  accepts(contentType: string): boolean;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty unless the status is 200. */
  body: Buffer;
  isCut: boolean;
}

/**
 * @throws InvalidInputError when the address is refused, the content type not accepted or the body cannot be decoded;
 *   TransientError when the host cannot be reached or is too slow; the signal's reason
 */
export async function requestOnce(
  url: URL,
  bounds: RequestBounds,
  bodyBounds: BodyBounds,
  signal: AbortSignal,
): Promise<Reply> {
  refuseLiteral(url, bounds.isAllowedAddress);
  const timeout = AbortSignal.timeout(bounds.timeoutMs);
  try {
    const response = await sendRequest(url, bounds, AbortSignal.any([signal, timeout]));
    try {
      const status = response.statusCode ?? 0;
      if (status !== 200) return { status, headers: response.headers, body: Buffer.alloc(0), isCut: false };
      const contentType = response.headers['content-type'] ?? '';
      if (!bodyBounds.accepts(contentType)) {
        throw new InvalidInputError(
          `${url.href} is ${contentType === '' ? 'of no stated type' : contentType}, not a page.`,
        );
      }
      return { status, headers: response.headers, ...(await readBody(response, url, bodyBounds.maxBytes)) };
    } finally {
      response.destroy();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InvalidInputError) throw error;
    const reason = timeout.aborted ? `no answer within ${bounds.timeoutMs / 1000} s` : reasonOf(error);
    throw new TransientError(`${url.href} could not be read (${reason}).`, { cause: error });
  }
}

function sendRequest(url: URL, bounds: RequestBounds, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      agent: false, // a kept connection would be one whose address was checked for another request
      lookup: checkedLookup(bounds.resolve, bounds.isAllowedAddress),
      signal,
      headers: {
        'user-agent': bounds.userAgent,
        accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, text/xml;q=0.9',
        'accept-encoding': 'gzip, br',
      },
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

async function readBody(
  response: IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<{ body: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decodeBody(response, url) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break; // leaving the loop destroys the stream
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), isCut: length > maxBytes };
}

function decodeBody(response: IncomingMessage, url: URL): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  if (!['gzip', 'x-gzip', 'br'].includes(encoding)) {
    throw new InvalidInputError(`${url.href} is encoded as ${encoding.slice(0, 40)}, which nobody asked for.`);
  }
  const decoder = encoding === 'br' ? createBrotliDecompress() : createGunzip();
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error.message;
}
