/** Numbers, money and quotes as a reader sees them, on a terminal and in a document. */

/** "34 of 100 (28-41)": a share with its 90 % interval, as a reader counts. Small shares keep one decimal. */
export function outOf100(share: number, [low, high]: readonly [number, number]): string {
  const digits = share < 0.095 ? 1 : 0;
  const show = (value: number) => (100 * value).toFixed(digits);
  return `${show(share)} of 100 (${show(low)}-${show(high)})`;
}

const QUOTE_BEFORE = 60;
const QUOTE_LENGTH = 150;

/** A sentence with the words that matter in [brackets], cut to one line around them. */
export function quote(text: string, start: number, end: number): string {
  const from = Math.max(0, start - QUOTE_BEFORE);
  const to = Math.min(text.length, Math.max(end, from + QUOTE_LENGTH));
  const marked = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`
    .replace(/\s+/g, ' ')
    .trim();
  return `"${from > 0 ? '…' : ''}${marked}${to < text.length ? '…' : ''}"`;
}

export function money(price: { amount: number; currency: string } | null): string {
  if (price === null) return 'unknown';
  return price.amount === 0
    ? 'free'
    : `${price.amount.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${price.currency}`;
}

export function hours(value: number | null): string {
  return value === null ? 'unknown' : `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} h`;
}

/** What a plan could not consider, and how to have it considered; undefined where that is nothing. */
export function leftOut(excluded: Readonly<Record<string, number>>): string | undefined {
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  if (reasons.length === 0) return undefined;
  const unknown = ['unknown price', 'unknown hours'].filter((reason) => (excluded[reason] ?? 0) > 0);
  const way =
    unknown.length === 0
      ? ''
      : ` What has no known ${unknown.map((reason) => reason.replace('unknown ', '')).join(' or ')} cannot be held to such a limit; without the limit it counts.`;
  return `Left out of the search: ${reasons.map(([reason, count]) => `${count.toLocaleString('en-US')} (${reason})`).join(', ')}.${way}`;
}
