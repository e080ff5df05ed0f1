/**
 * A URL in, the page behind it out, as a good guest would get it: robots.txt obeyed, time left between two requests
 * to a host, at most five redirects, and nothing asked of our own network.
 *
 * Every redirect goes through all the checks again: it is a URL that a stranger chose.
 */
import { setTimeout } from 'node:timers/promises';
import { InvalidInputError, RateLimitedError, TransientError } from '../errors.ts';
import { isPublicAddress, resolveHost, type AddressRule, type Resolve } from './address-guard.ts';
import { requestOnce, type BodyBounds, type Reply, type RequestBounds } from './guarded-request.ts';
import { decodePage, isPage } from './page-encoding.ts';
import { noRules, readRobots, type RobotsRules } from './robots-rules.ts';

export interface PoliteFetchOptions {
  userAgent?: string;
  /** Between two requests to one host unless its robots.txt asks for more; default 1000. */
  delayMs?: number;
  /** Lets pages lead to any address of this machine's networks; default false. */
  allowPrivateAddresses?: boolean;
  /** Finer than `allowPrivateAddresses`, and wins over it. */
  isAllowedAddress?: AddressRule;
  /** For one request with its body; default 20,000. */
  timeoutMs?: number;
  /** Of a body after decoding; default 5 MB. */
  maxBytes?: number;
  resolve?: Resolve;
  /** Milliseconds of any clock that does not go back. */
  now?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface FetchedPage {
  /** After redirects. */
  url: string;
  body: string;
  /** True when the page was longer than `maxBytes` and its end is missing. */
  isCut: boolean;
}

/**
 * @throws InvalidInputError when the page must not or cannot be read (robots.txt, address, type, 404, redirects),
 *   RateLimitedError when the host asks us to wait, TransientError when it does not answer or is out of order
 */
export type PoliteFetch = (url: string, signal: AbortSignal) => Promise<FetchedPage>;

export const MAX_URL_LENGTH = 2000;
const MAX_REDIRECTS = 5;
const MAX_PAGE_BYTES = 5 * 1024 * 1024;
/** RFC 9309 asks collectors to read at least 500 KiB. */
const MAX_ROBOTS_BYTES = 512 * 1024;
const ROBOTS_LIFE_MS = 24 * 3600 * 1000;
/** Above this a source cannot be collected in any useful time, and is left alone. */
const MAX_CRAWL_DELAY_MS = 5 * 60 * 1000;
const MAX_RETRY_AFTER_MS = 3600 * 1000;
const DEFAULT_RETRY_AFTER_MS = 60 * 1000;

export function createPoliteFetch(options: PoliteFetchOptions = {}): PoliteFetch {
  const { delayMs = 1000, maxBytes = MAX_PAGE_BYTES, now = () => performance.now() } = options;
  const wait = options.wait ?? ((ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }));
  const userAgent = options.userAgent ?? 'SkillgapCollector/0.1 (+https://example.org/skillgap)';
  const bounds: RequestBounds = {
    userAgent,
    timeoutMs: options.timeoutMs ?? 20_000,
    isAllowedAddress:
      options.isAllowedAddress ?? (options.allowPrivateAddresses === true ? () => true : isPublicAddress),
    resolve: options.resolve ?? resolveHost,
  };
  const freeAtByHost = new Map<string, number>();
  const robotsByOrigin = new Map<string, { rules: RobotsRules; readAt: number }>();

  /** Taken before the wait, so that two callers do not take the same turn. */
  const takeTurn = async (host: string, pauseMs: number, signal: AbortSignal): Promise<void> => {
    const startAt = Math.max(now(), freeAtByHost.get(host) ?? -Infinity);
    const waitMs = startAt - now();
    freeAtByHost.set(host, startAt + pauseMs);
    try {
      if (waitMs > 0) await wait(waitMs, signal);
    } finally {
      signal.throwIfAborted(); // the caller's reason, not that of the timer
    }
  };

  const send = async (url: URL, pauseMs: number, body: BodyBounds, signal: AbortSignal): Promise<Reply> => {
    await takeTurn(url.host, pauseMs, signal);
    const reply = await requestOnce(url, bounds, body, signal);
    refuseTransientStatus(url, reply);
    return reply;
  };

  const rulesOf = async (url: URL, signal: AbortSignal): Promise<RobotsRules> => {
    const known = robotsByOrigin.get(url.origin);
    if (known && now() - known.readAt < ROBOTS_LIFE_MS) return known.rules;
    const robotsUrl = new URL('/robots.txt', url);
    const body: BodyBounds = { maxBytes: MAX_ROBOTS_BYTES, accepts: () => true };
    const reply = await followRedirects(robotsUrl, (next) => send(next, delayMs, body, signal));
    const text = reply.status === 200 ? reply.body.toString('utf8') : undefined;
    const rules = text === undefined ? noRules : readRobots(robotsUrl, text, userAgent);
    robotsByOrigin.set(url.origin, { rules, readAt: now() });
    return rules;
  };

  return async (address, signal) => {
    let url = readAddress(address);
    const reply = await followRedirects(url, async (next) => {
      url = next;
      const rules = await rulesOf(url, signal);
      if (!rules.isAllowed(url))
        throw new InvalidInputError(`${url.href} is closed to us by ${url.origin}/robots.txt.`);
      if (rules.crawlDelayMs > MAX_CRAWL_DELAY_MS) {
        throw new InvalidInputError(
          `${url.origin}/robots.txt asks for ${rules.crawlDelayMs / 1000} s between two requests, so the site is left alone.`,
        );
      }
      return send(url, Math.max(delayMs, rules.crawlDelayMs), { maxBytes, accepts: isPage }, signal);
    });
    if (reply.status !== 200) throw new InvalidInputError(`${url.href} answered ${reply.status}.`);
    return { url: url.href, body: decodePage(reply.body, reply.headers['content-type'] ?? ''), isCut: reply.isCut };
  };
}

async function followRedirects(first: URL, ask: (url: URL) => Promise<Reply>): Promise<Reply> {
  let url = first;
  for (let redirectCount = 0; redirectCount <= MAX_REDIRECTS; redirectCount += 1) {
    const reply = await ask(url);
    const { location } = reply.headers;
    if (reply.status < 300 || reply.status > 399 || location === undefined) return reply;
    url = readAddress(location, url);
  }
  throw new InvalidInputError(`${first.href} leads on through more than ${MAX_REDIRECTS} redirects.`);
}

/** @throws InvalidInputError for anything but a plain http or https address of reasonable length */
function readAddress(text: string, base?: URL): URL {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') {
    const origin = base ? ` (a redirect of ${base.href})` : '';
    throw new InvalidInputError(`${text.slice(0, 100)}${origin} is not an http or https address without a password.`);
  }
  url.hash = '';
  return url;
}

/** @throws RateLimitedError, TransientError */
function refuseTransientStatus(url: URL, { status, headers }: Reply): void {
  const retryAfter = headers['retry-after'];
  if (status === 429 || (status === 503 && retryAfter !== undefined)) {
    throw new RateLimitedError(`${url.host} asks us to wait (${status}).`, readRetryAfter(retryAfter, headers.date));
  }
  if (status >= 500) throw new TransientError(`${url.href} answered ${status}.`);
}

/** Seconds, or a date to compare with the date of the reply: the host's own clock, not ours. */
function readRetryAfter(text: string | undefined, date: string | undefined): number {
  const trimmed = (text ?? '').trim();
  const ms = /^\d+$/.test(trimmed) ? Number(trimmed) * 1000 : Date.parse(trimmed) - Date.parse(date ?? '');
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : DEFAULT_RETRY_AFTER_MS;
}
