import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../services/collect/parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['2020-05-06', '2020-05-06'],
    ['2019-10-04T10:22:38+0100', '2019-10-04'],
    ['2020-12-28T23:59:59.000Z', '2020-12-28'],
    ['2020-12-28 23:59', '2020-12-28'],
    ['31/12/2024', '2024-12-31'],
    ['1.2.2024', '2024-02-01'],
    ['Fri, 04 Oct 2019 10:22:38 GMT', '2019-10-04'],
    ['4 October 2019', '2019-10-04'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (written, date) => {
    expect(parseDate(written)).toBe(date);
  });

  it('keeps the date as written, whatever day it is in UTC', () => {
    expect(parseDate('2019-10-04T23:30:00-0500')).toBe('2019-10-04');
  });

  it.each([
    '29/02/2023',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '10/25/2024',
    '0024-01-01',
    '12/34',
    'soon',
    '',
    '2024-1-1x',
    '4 Foo 2019',
  ])('is null for %j', (written) => {
    expect(parseDate(written)).toBeNull();
  });

  it('is null for null', () => {
    expect(parseDate(null)).toBeNull();
  });
});
