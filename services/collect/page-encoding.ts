/**
 * The bytes of a page in, text out. Unlike a file of ours a page of the web may be in any encoding, and may be wrong.
 */
import { TextDecoder } from 'node:util';

const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml|text\/xml|application\/(?:[\w.-]+\+)?xml)\s*(?:;|$)/i;
const CHARSET_PARAMETER = /charset\s*=\s*["']?([\w.:-]+)/i;
const XML_ENCODING = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i;
const BYTES_TO_SNIFF = 1024;

/** HTML and XML only: nothing else can hold a posting or a list of pages. */
export function isPage(contentType: string): boolean {
  return PAGE_TYPES.test(contentType.trim());
}

/** By the header, else by what the page says of itself, else UTF-8. Bytes that do not fit become U+FFFD. */
export function decodePage(bytes: Buffer, contentType: string): string {
  const start = bytes.subarray(0, BYTES_TO_SNIFF).toString('latin1');
  const label =
    CHARSET_PARAMETER.exec(contentType)?.[1] ?? XML_ENCODING.exec(start)?.[1] ?? CHARSET_PARAMETER.exec(start)?.[1];
  return decoderFor(label ?? 'utf-8').decode(bytes);
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8'); // a name no browser knows either
  }
}
