/**
 * A posting source of web pages with schema.org JobPosting in them: start pages and sitemaps in, raw postings out.
 *
 * Whether an address is a sitemap, a list or a posting shows only when it is read, so all stand in one line. Links
 * and sitemaps lead only to hosts that are configured, or to the host they stand on.
 */
import { InvalidInputError, RateLimitedError, TransientError } from '../errors.ts';
import type { JsonLdSourceConfig } from './collect-config.ts';
import { addUrls, isCrawled, readCursor, startCrawl, writeCursor, type CrawlState } from './crawl-cursor.ts';
import { filterLinks } from './filter-links.ts';
import { extractJsonLd, extractLinks, extractSitemap } from './html-document.ts';
import { readJobPostings } from './job-posting.ts';
import type { FetchedPage, PoliteFetch } from './polite-fetch.ts';
import type { CollectedPage, PostingSource } from './posting-source.ts';

/** Pages read by one call: what one job does, and at most does again after a crash. */
const PAGES_PER_CALL = 20;

export function createJsonLdSource(config: JsonLdSourceConfig, fetchPage: PoliteFetch): PostingSource {
  const firstUrls = [...(config.sitemapUrl === undefined ? [] : [config.sitemapUrl]), ...config.startUrls];
  const configuredHosts = new Set(firstUrls.map((url) => new URL(url).host));

  const readPage = (page: FetchedPage, state: CrawlState): CollectedPage => {
    const cut = page.isCut
      ? [{ url: page.url, message: `${page.url} is too long; what stood at its end is missing.` }]
      : [];
    const pageHost = new URL(page.url).host;
    const follow = (urls: readonly string[]): void => {
      const near = urls.filter((url) => new URL(url).host === pageHost || configuredHosts.has(new URL(url).host));
      addUrls(state, near, config.maxPages);
    };

    const sitemap = extractSitemap(page.body, page.url);
    if (sitemap) {
      follow(sitemap);
      return { postings: [], problems: cut };
    }
    const origin = { source: config.id, licence: config.licence, pageUrl: page.url };
    const { postings, problems } = readJobPostings(extractJsonLd(page.body), origin);
    if (config.followLinksMatching !== undefined) {
      try {
        follow(filterLinks(extractLinks(page.body, page.url), config.followLinksMatching));
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        problems.push({ url: page.url, message: error.message }); // its postings are good all the same
      }
    } else if (postings.length === 0 && problems.length === 0) {
      problems.push({ url: page.url, message: `${page.url} holds no schema.org JobPosting.` });
    }
    return { postings, problems: [...cut, ...problems] };
  };

  return {
    id: config.id,
    async collect(cursor, signal) {
      const state = cursor === undefined ? startCrawl(firstUrls, config.maxPages) : readCursor(cursor);
      const postings = new Map<string, CollectedPage['postings'][number]>();
      const problems: CollectedPage['problems'] = [];

      for (let count = 0; count < PAGES_PER_CALL && !isCrawled(state); count += 1) {
        const isFirstTry = state.pending.length > 0;
        const url = (isFirstTry ? state.pending : state.again).shift() ?? '';
        try {
          const read = readPage(await fetchPage(url, signal), state);
          state.readCount += 1;
          for (const posting of read.postings) postings.set(posting.id, posting);
          problems.push(...read.problems);
        } catch (error) {
          signal.throwIfAborted();
          if (error instanceof RateLimitedError) {
            if (count === 0) throw error;
            (isFirstTry ? state.pending : state.again).unshift(url); // what was read is kept; the next call waits
            break;
          }
          if (error instanceof TransientError && isFirstTry) state.again.push(url);
          else if (error instanceof TransientError && state.readCount === 0) throw error;
          else if (error instanceof TransientError || error instanceof InvalidInputError) {
            problems.push({ url, message: error.message });
          } else throw error;
        }
      }
      const page = { postings: [...postings.values()], problems };
      return isCrawled(state) ? page : { ...page, nextCursor: writeCursor(state) };
    },
  };
}
