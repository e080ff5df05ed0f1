/**
 * A page or a sitemap in; its JSON-LD, its links or its addresses out. A linear scan, no tree.
 *
 * Pages are hostile and up to 5 MB: a tree builder may take minutes on a page of unclosed tags, and what is wanted
 * here are single elements. Comments are skipped, and so is text inside `<script>` and `<style>`.
 */
import { decodeEntities } from './html.ts';

const MAX_TAG_LENGTH = 8192;
const MAX_LINKS = 5000;
const MAX_SITEMAP_ADDRESSES = 50_000; // sitemaps.org: no more in one file
const JSON_LD = /^\s*application\/ld\+json\s*(?:;|$)/i;
/** Elements whose content is text up to their own end tag, whatever it looks like. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp']);
const LOCATION = /<loc\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,4000})/gi;

/** Contents of the `<script type="application/ld+json">` elements, in order, as written. */
export function extractJsonLd(html: string): string[] {
  const scripts: string[] = [];
  for (const { name, attributes, content } of scanElements(html)) {
    if (name === 'script' && JSON_LD.test(readAttribute(attributes, 'type') ?? '')) scripts.push(content);
  }
  return scripts;
}

/** Where the `<a href>` elements lead, as absolute http(s) addresses without fragments, each once; 5,000 at most. */
export function extractLinks(html: string, pageUrl: string): string[] {
  const links = new Set<string>();
  let base = pageUrl;
  for (const { name, attributes } of scanElements(html)) {
    if (name !== 'a' && name !== 'base') continue;
    const href = readAttribute(attributes, 'href');
    const url = href === undefined ? undefined : toWebAddress(href, base);
    if (url === undefined) continue;
    if (name === 'base') base = url;
    else links.add(url);
    if (links.size >= MAX_LINKS) break;
  }
  return [...links];
}

/** The addresses in a sitemap or an index of sitemaps; undefined when the document is neither. */
export function extractSitemap(xml: string, sitemapUrl: string): string[] | undefined {
  if (!/<(?:urlset|sitemapindex)[\s>]/i.test(xml.slice(0, 4000))) return undefined;
  const addresses = new Set<string>();
  for (const [, location = ''] of xml.matchAll(LOCATION)) {
    const url = toWebAddress(decodeEntities(location), sitemapUrl);
    if (url !== undefined) addresses.add(url);
    if (addresses.size >= MAX_SITEMAP_ADDRESSES) break;
  }
  return [...addresses];
}

interface ScannedElement {
  /** Lower case. */
  name: string;
  /** As written between the name and `>`. */
  attributes: string;
  /** Of raw text elements only. */
  content: string;
}

function* scanElements(html: string): Generator<ScannedElement> {
  const tagName = /[a-z][a-z0-9:-]{0,60}/iy;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = endOf(html, '-->', at + 2);
      continue;
    }
    tagName.lastIndex = at + 1;
    const name = tagName.exec(html)?.[0].toLowerCase();
    const end = name === undefined ? undefined : findTagEnd(html, at + 1);
    if (name === undefined || end === undefined) {
      at += 1;
      continue;
    }
    const attributes = html.slice(at + 1 + name.length, end);
    at = end + 1;
    let content = '';
    if (RAW_TEXT.has(name)) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      close.lastIndex = at;
      const contentEnd = close.exec(html)?.index ?? html.length;
      content = html.slice(at, contentEnd);
      at = contentEnd;
    }
    yield { name, attributes, content };
  }
}

/**
 * The `>` that ends a tag: not one inside quotes. Undefined where the next tag starts before, or for a tag longer than
 * anybody writes: each unclosed tag is looked at once.
 */
function findTagEnd(html: string, start: number): number | undefined {
  let quote = '';
  for (let at = start; at < Math.min(html.length, start + MAX_TAG_LENGTH); at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else if (character === '<') return undefined;
  }
  return undefined;
}

function readAttribute(attributes: string, wanted: string): string | undefined {
  const pattern = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
  for (const [, name = '', double, single, bare] of attributes.matchAll(pattern)) {
    if (name.toLowerCase() === wanted) return decodeEntities(double ?? single ?? bare ?? '');
  }
  return undefined;
}

function endOf(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found === -1 ? html.length : found + text.length;
}

function toWebAddress(text: string, base: string): string | undefined {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
