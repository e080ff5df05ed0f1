/**
 * The only file that knows the HTML parser (cheerio on htmlparser2): markup in, parse events in document order out.
 *
 * Markup is hostile. Nothing here recurses, and a document nested deeper than a person ever writes is not parsed at
 * all but stripped, because tree builders search their stack of open elements for every tag: quadratic on 10 MB of tags.
 */
import { load } from 'cheerio/slim';

export interface HtmlVisitor {
  text(text: string): void;
  open(tag: string): void;
  close(tag: string): void;
}

const MAX_DEPTH = 400;
/** DOM node type of text; comments have data too. */
const TEXT_NODE = 3;
const VOID_TAGS = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'source',
]);
// Stops at the next `<` as well as at `>`: with `[^>]*` a file of unclosed tags would be scanned once per tag.
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>/g;

/**
 * Calls the visitor for every text and element of `html`, entities decoded.
 * A document nested too deep to parse reaches the visitor as the text and tags a linear scan finds.
 */
export function walkHtml(html: string, visitor: HtmlVisitor): void {
  if (isNestedTooDeep(html)) {
    scanTags(html, visitor);
    return;
  }
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0];
  let node = root?.firstChild ?? null;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE && 'data' in node) visitor.text(node.data);
    const tag = 'name' in node ? node.name : '';
    if (tag !== '') visitor.open(tag);
    const child = 'firstChild' in node ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    if (tag !== '') visitor.close(tag);
    while (node.next === null && node.parent !== null && node.parent !== root) {
      node = node.parent;
      if ('name' in node) visitor.close(node.name);
    }
    node = node.next;
  }
}

/** Decodes `&amp;` and its like; `<` and `>` that stand in the text stay text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return load(text.replaceAll('<', '&lt;'), { xml: { xmlMode: false, decodeEntities: true } })
    .root()
    .text();
}

/** Counts open elements by name: a closing tag without its opening one must not hide the depth of the others. */
function isNestedTooDeep(html: string): boolean {
  const openByTag = new Map<string, number>();
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (VOID_TAGS.has(tag)) continue;
    const open = openByTag.get(tag) ?? 0;
    if (slash === '') {
      openByTag.set(tag, open + 1);
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (open > 0) {
      openByTag.set(tag, open - 1);
      depth--;
    }
  }
  return false;
}

function scanTags(html: string, visitor: HtmlVisitor): void {
  let end = 0;
  for (const tag of html.matchAll(TAG)) {
    if (tag.index > end) visitor.text(html.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '') visitor.open(name);
    if (tag[1] === '/' || VOID_TAGS.has(name)) visitor.close(name);
  }
  if (end < html.length) visitor.text(html.slice(end));
}
