import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPoliteFetch, type PoliteFetchOptions } from '../../../services/collect/polite-fetch.ts';
import { InvalidInputError, RateLimitedError, TransientError } from '../../../services/errors.ts';
import { redirectTo, startSite, type LoopbackSite, type Page } from './loopback-site.ts';

const never = new AbortController().signal;
let site: LoopbackSite;

beforeEach(async () => {
  site = await startSite({ '/a': '<p>A', '/b': '<p>B' });
});
afterEach(() => site.close());

/** A clock that only moves by waiting. */
function fakeTime(): { waits: number[]; now: () => number; wait: (ms: number) => Promise<void> } {
  const waits: number[] = [];
  let time = 0;
  return {
    waits,
    now: () => time,
    wait: (ms) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
}

const fetchWith = (options: PoliteFetchOptions = {}) =>
  createPoliteFetch({ allowPrivateAddresses: true, delayMs: 0, ...options });

const encoded = (body: Buffer, encoding: string, type = 'text/html'): Page => {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-encoding': encoding });
    response.end(body);
  };
};

describe('robots.txt', () => {
  it('keeps pages closed that it disallows, for our name or for all', async () => {
    site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /a\n\nUser-agent: skillgapcollector\nDisallow: /b';
    await expect(fetchWith()(`${site.origin}/b`, never)).rejects.toThrow(/closed to us by http.*robots\.txt/);
    const other = fetchWith({ userAgent: 'OtherBot/2.0 (+https://example.org)' });
    await expect(other(`${site.origin}/a`, never)).rejects.toThrow(InvalidInputError);
    await expect(other(`${site.origin}/b`, never)).resolves.toMatchObject({ body: '<p>B' });
    expect(site.requests).toEqual(['/robots.txt', '/robots.txt', '/b']);
  });

  it('is asked for once a host, and its absence allows everything', async () => {
    const fetchPage = fetchWith();
    await fetchPage(`${site.origin}/a`, never);
    await fetchPage(`${site.origin}/b#part`, never);
    expect(site.requests).toEqual(['/robots.txt', '/a', '/b']);
  });

  it('closes the site for the moment when it cannot be read', async () => {
    site.pages['/robots.txt'] = (_request, response) => response.writeHead(500).end();
    await expect(fetchWith()(`${site.origin}/a`, never)).rejects.toThrow(TransientError);
    expect(site.requests).toEqual(['/robots.txt']);
  });

  it('is obeyed again on the way of a redirect', async () => {
    site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /b';
    site.pages['/open'] = redirectTo('/b');
    await expect(fetchWith()(`${site.origin}/open`, never)).rejects.toThrow(/\/b is closed to us/);
    expect(site.requests).not.toContain('/b');
  });

  it('makes us wait its crawl delay between two pages, and our own delay where that is longer', async () => {
    site.pages['/robots.txt'] = 'User-agent: *\nCrawl-delay: 7';
    for (const [delayMs, expected] of [
      [1000, [1000, 7000]],
      [9000, [9000, 9000]],
    ] as const) {
      const time = fakeTime();
      const fetchPage = fetchWith({ delayMs, now: time.now, wait: time.wait });
      await fetchPage(`${site.origin}/a`, never);
      await fetchPage(`${site.origin}/b`, never);
      expect(time.waits).toEqual(expected);
    }
  });

  it('is not waited for beyond reason: a site that asks for an hour is left alone', async () => {
    site.pages['/robots.txt'] = 'User-agent: *\nCrawl-delay: 3600';
    await expect(fetchWith()(`${site.origin}/a`, never)).rejects.toThrow(/asks for 3600 s .* left alone/);
  });
});

describe('addresses', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]:1/',
    'http://2130706433:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://localhost:1/',
  ])('refuses %s by default', async (url) => {
    const failure: unknown = await createPoliteFetch({ delayMs: 0 })(url, never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidInputError);
    expect((failure as Error).message).toMatch(/not a public address/);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'nonsense',
    'http://user:pass@127.0.0.1/',
    'http://user@127.0.0.1/',
  ])('refuses %s', async (url) => {
    await expect(fetchWith()(url, never)).rejects.toThrow(/is not an http or https address/);
    expect(site.requests).toEqual([]);
  });

  /** As if 127.0.0.1 were the only public address there is. */
  const onlyThisOne = { allowPrivateAddresses: false, isAllowedAddress: (address: string) => address === '127.0.0.1' };

  it.each([
    'http://127.0.0.2:PORT/a',
    'http://169.254.169.254/',
    'http://[::1]:PORT/a',
    '//10.0.0.1/',
    'file:///etc/passwd',
  ])('refuses a redirect to %s', async (location) => {
    site.pages['/out'] = redirectTo(location.replace('PORT', String(site.port)));
    await expect(fetchWith(onlyThisOne)(`${site.origin}/out`, never)).rejects.toThrow(InvalidInputError);
    expect(site.requests).toEqual(['/robots.txt', '/out']);
  });

  it('refuses a robots.txt that leads to a private address', async () => {
    site.pages['/robots.txt'] = redirectTo(`http://127.0.0.2:${site.port}/robots.txt`);
    await expect(fetchWith(onlyThisOne)(`${site.origin}/a`, never)).rejects.toThrow(/127\.0\.0\.2/);
    expect(site.requests).toEqual(['/robots.txt']);
  });

  it('connects to the address that was checked, and checks again for every request', async () => {
    const answers = ['127.0.0.1', '127.0.0.1', '10.0.0.1'];
    const resolve = () => Promise.resolve([{ address: answers.shift() ?? '10.0.0.1', family: 4 }]);
    const fetchPage = fetchWith({ ...onlyThisOne, resolve });
    await expect(fetchPage(`http://jobs.example:${site.port}/a`, never)).resolves.toMatchObject({ body: '<p>A' });
    await expect(fetchPage(`http://jobs.example:${site.port}/b`, never)).rejects.toThrow(/leads to 10\.0\.0\.1/);
    expect(site.requests).toEqual(['/robots.txt', '/a']);
  });
});

describe('redirects', () => {
  it('follows up to five and says where it ended', async () => {
    for (let step = 1; step <= 5; step += 1) site.pages[`/r${step}`] = redirectTo(step === 1 ? '/a' : `/r${step - 1}`);
    await expect(fetchWith()(`${site.origin}/r5`, never)).resolves.toMatchObject({ url: `${site.origin}/a` });
  });

  it('gives up at the sixth, and at a loop', async () => {
    for (let step = 1; step <= 6; step += 1) site.pages[`/r${step}`] = redirectTo(step === 1 ? '/a' : `/r${step - 1}`);
    site.pages['/loop'] = redirectTo('/loop');
    await expect(fetchWith()(`${site.origin}/r6`, never)).rejects.toThrow(/more than 5 redirects/);
    await expect(fetchWith()(`${site.origin}/loop`, never)).rejects.toThrow(InvalidInputError);
    expect(site.requests).not.toContain('/a');
  });
});

describe('bodies', () => {
  it.each(['gzip', 'br'])('are decoded from %s', async (encoding) => {
    const body = Buffer.from('<p>für');
    site.pages['/c'] = encoded(encoding === 'br' ? brotliCompressSync(body) : gzipSync(body), encoding);
    await expect(fetchWith()(`${site.origin}/c`, never)).resolves.toMatchObject({ body: '<p>für', isCut: false });
  });

  it('are cut at the limit, and what comes behind is not read', async () => {
    let written = 0;
    const closed = new Promise<void>((resolve) => {
      site.pages['/endless'] = (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const chunk = Buffer.alloc(16 * 1024, 'x');
        const write = (): void => {
          while (!response.destroyed) {
            written += chunk.length;
            if (!response.write(chunk)) break;
          }
        };
        response.on('drain', write);
        response.on('close', resolve);
        write();
      };
    });
    const page = await fetchWith({ maxBytes: 100_000 })(`${site.origin}/endless`, never);
    await closed;
    expect(page.body).toHaveLength(100_000);
    expect(page.isCut).toBe(true);
    expect(written).toBeLessThan(20_000_000); // the buffers of the two sockets, not an endless body
  });

  it.each(['gzip', 'br'])('that blow up from %s are cut at the limit too', async (encoding) => {
    const bomb = Buffer.alloc(2 * 1024 * 1024, 'x');
    site.pages['/bomb'] = encoded(encoding === 'br' ? brotliCompressSync(bomb) : gzipSync(bomb), encoding);
    const page = await fetchWith({ maxBytes: 50_000 })(`${site.origin}/bomb`, never);
    expect(page).toMatchObject({ isCut: true });
    expect(page.body).toHaveLength(50_000);
  });

  it('of exactly the limit are whole', async () => {
    site.pages['/exact'] = 'x'.repeat(1000);
    const page = await fetchWith({ maxBytes: 1000 })(`${site.origin}/exact`, never);
    expect(page).toMatchObject({ isCut: false, body: 'x'.repeat(1000) });
  });

  it.each(['application/pdf', 'application/json', 'image/svg', ''])('of type "%s" are not read', async (type) => {
    site.pages['/file'] = (_request, response) => {
      response.writeHead(200, type === '' ? {} : { 'content-type': type });
      response.end('{}');
    };
    await expect(fetchWith()(`${site.origin}/file`, never)).rejects.toThrow(/not a page/);
  });

  it('in an encoding nobody asked for, or broken in one, are refused', async () => {
    site.pages['/odd'] = encoded(Buffer.from('x'), 'zstd');
    site.pages['/broken'] = encoded(Buffer.from('not gzip at all'), 'gzip');
    await expect(fetchWith()(`${site.origin}/odd`, never)).rejects.toThrow(/encoded as zstd/);
    await expect(fetchWith()(`${site.origin}/broken`, never)).rejects.toThrow(/could not be read/);
  });

  it.each([
    ['text/html; charset=ISO-8859-1', '<p>f\xfcr'],
    ['text/html', '<meta charset="windows-1252"><p>f\xfcr'],
    ['application/xml', '<?xml version="1.0" encoding="ISO-8859-1"?><p>f\xfcr</p>'],
  ])('are read in the encoding they are written in (%s)', async (type, text) => {
    site.pages['/latin'] = encoded(Buffer.from(text, 'latin1'), 'identity', type);
    const { body } = await fetchWith()(`${site.origin}/latin`, never);
    expect(body).toContain('für');
  });
});

describe('hosts in trouble', () => {
  const answering = (status: number, headers: Record<string, string> = {}): Page => {
    return (_request, response) => response.writeHead(status, headers).end();
  };

  it.each([
    [429, { 'retry-after': '30' }, 30_000],
    [503, { 'retry-after': '5' }, 5000],
    [429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:10 GMT', date: 'Wed, 21 Oct 2026 07:28:00 GMT' }, 10_000],
    [429, { 'retry-after': '99999999' }, 3_600_000],
    [429, { 'retry-after': 'soon' }, 60_000],
    [429, {}, 60_000],
  ])('that answer %i with %j are left alone for as long as they ask', async (status, headers, retryAfterMs) => {
    site.pages['/busy'] = answering(status, headers);
    const failure: unknown = await fetchWith()(`${site.origin}/busy`, never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RateLimitedError);
    expect(failure).toHaveProperty('retryAfterMs', retryAfterMs);
  });

  it('may be asked again after a 500, not after a 404', async () => {
    site.pages['/down'] = answering(500);
    await expect(fetchWith()(`${site.origin}/down`, never)).rejects.toThrow(TransientError);
    await expect(fetchWith()(`${site.origin}/gone`, never)).rejects.toThrow(/answered 404/);
    await expect(fetchWith()(`${site.origin}/gone`, never)).rejects.toThrow(InvalidInputError);
  });

  it('that do not listen, or never finish, may be asked again', async () => {
    site.pages['/slow'] = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<p>');
    };
    await expect(fetchWith({ timeoutMs: 100 })(`${site.origin}/slow`, never)).rejects.toThrow(
      /no answer within 0\.1 s/,
    );
    const { origin } = site;
    await site.close();
    await expect(fetchWith()(`${origin}/a`, never)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('are no reason not to hear the caller, in a request or in a wait', async () => {
    const inRequest = new AbortController();
    site.pages['/slow'] = () => {
      inRequest.abort(new Error('Enough.'));
    };
    await expect(fetchWith()(`${site.origin}/slow`, inRequest.signal)).rejects.toThrow('Enough.');

    const inWait = new AbortController();
    const fetchPage = createPoliteFetch({ allowPrivateAddresses: true, delayMs: 100_000 });
    const fetching = fetchPage(`${site.origin}/a`, inWait.signal);
    setTimeout(() => {
      inWait.abort(new Error('Enough.'));
    }, 100);
    await expect(fetching).rejects.toThrow('Enough.');
  });
});

it('says who it is', async () => {
  let userAgent: string | undefined;
  site.pages['/who'] = (request, response) => {
    userAgent = request.headers['user-agent'];
    response.writeHead(200, { 'content-type': 'text/html' }).end();
  };
  await fetchWith()(`${site.origin}/who`, never);
  expect(userAgent).toBe('SkillgapCollector/0.1 (+https://example.org/skillgap)');
  await fetchWith({ userAgent: 'Mine/1' })(`${site.origin}/who`, never);
  expect(userAgent).toBe('Mine/1');
});
