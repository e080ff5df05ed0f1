/**
 * HTML or plain text in, plain text out: one block a line, list items as `• ` lines, entities decoded.
 *
 * Every offset in the system counts into the text made here, so a change of one blank moves them all:
 * raise NORMALISER_VERSION (normalise-posting.ts) with any change of behaviour.
 */
import { decodeEntities, walkHtml } from './html.ts';

/** Longest text kept, UTF-16 code units. The longest real advert seen has 21,000. */
export const MAX_TEXT_LENGTH = 200_000;
const MAX_SOURCE_LENGTH = 2_000_000;

const HTML_TAGS =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|button|center|code|dd|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|object|ol|option|p|pre|s|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|u|ul';
const HTML_TAG = new RegExp(`</?(?:${HTML_TAGS})(?=[\\s/>])[^<>]*>`, 'i');
// `<EMAIL>`, `<PHONE>` and `a < b` are text: the parser would swallow them as unknown elements.
const NOT_A_TAG = new RegExp(`<(?!/?(?:${HTML_TAGS})(?=[\\s/>])|!--|!doctype|!\\[cdata)`, 'gi');

const SILENT_TAGS = new Set(
  'head iframe noscript object option script select style svg template textarea title'.split(' '),
);
const PARAGRAPH_TAGS = new Set('blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '));
const LINE_TAGS = new Set(
  'address article aside body center dd div dt fieldset figure footer form header li main nav tr'.split(' '),
);

/** @returns text of at most MAX_TEXT_LENGTH code units without control characters; '' when nothing readable is left */
export function htmlToText(source: string): string {
  const text = cutAt(source, MAX_SOURCE_LENGTH);
  if (HTML_TAG.test(text)) return tidy(markupToText(text));
  const decoded = decodeEntities(text);
  // Feeds escape their markup once more; what turns into tags by decoding was markup.
  return tidy(text.includes('&lt;') && HTML_TAG.test(decoded) ? markupToText(decoded) : decoded);
}

function markupToText(html: string): string {
  const parts: string[] = [];
  let length = 0;
  let silence = 0;
  /** Line breaks due before the next text: blocks that meet share theirs. */
  let breaks = 0;
  const write = (part: string): void => {
    if (silence > 0 || length > 2 * MAX_TEXT_LENGTH || (breaks > 0 && part === ' ')) return;
    parts.push('\n'.repeat(breaks), part);
    length += breaks + part.length;
    breaks = 0;
  };
  const breakLine = (tag: string): void => {
    if (PARAGRAPH_TAGS.has(tag)) breaks = 2;
    else if (LINE_TAGS.has(tag)) breaks = Math.max(breaks, 1);
    else if (tag === 'td' || tag === 'th') write(' ');
  };
  walkHtml(html.replace(NOT_A_TAG, '&lt;'), {
    // A line break inside an element is a blank to a browser.
    text: (text) => {
      write(text.replace(/\s+/g, ' '));
    },
    open: (tag) => {
      if (SILENT_TAGS.has(tag)) silence++;
      if (tag === 'br') breaks = Math.min(2, breaks + 1);
      else breakLine(tag);
      if (tag === 'li') write('• ');
    },
    close: (tag) => {
      breakLine(tag);
      if (SILENT_TAGS.has(tag)) silence = Math.max(0, silence - 1);
    },
  });
  return parts.join('');
}

function tidy(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f\p{Zs}]/gu, ' ')
    // A no-break space read in the wrong encoding.
    .replace(/Â(?= |$)/gm, '')
    // Bullets of the Symbol and Wingdings fonts live in the private use area.
    .replace(/[\uf000-\uf0ff]/g, '•')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    // Lists that lost their line breaks keep two blanks after the comma.
    .replace(/([,;:.!?]) {2,}(?=[\p{Lu}•])/gu, '$1\n')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/•(?:\s*•)+/g, '•')
    .replace(/•\n+/g, '• ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cutAt(clean, MAX_TEXT_LENGTH).trimEnd();
}

/** Never cuts a surrogate pair in two. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
