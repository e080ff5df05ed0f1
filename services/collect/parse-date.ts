/**
 * A date as a source writes it in, `YYYY-MM-DD` or null out.
 *
 * The date is the one written: `2019-10-04T23:30:00-0500` stays 4 October, whatever day it is in UTC. Day before month in
 * slashed dates, because every slashed source met so far is European; 10/25/2024 is impossible and becomes null.
 */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
/** `Fri, 04 Oct 2019 10:22:38 GMT` of RSS, and `4 October 2019`. */
const MONTH_NAMED =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?\s+(\d{4})(?:\s+\d{2}:\d{2}.{0,15})?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** @returns the calendar date, or null when the text is no date or names a day that does not exist */
export function parseDate(text: string | null): string | null {
  const written = text?.slice(0, 60).trim() ?? '';
  const iso = ISO.exec(written);
  if (iso) return toDate(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst) return toDate(dayFirst[4], dayFirst[3], dayFirst[1]);
  const named = MONTH_NAMED.exec(written);
  if (named) return toDate(named[3], String(MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1), named[1]);
  return null;
}

function toDate(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  // A day that does not exist runs over into another month.
  const exists = y >= 1900 && y < 2200 && date.getUTCMonth() === m - 1;
  return exists ? date.toISOString().slice(0, 10) : null;
}
