import { describe, expect, it } from 'vitest';
import { filterLinks } from '../../../services/collect/filter-links.ts';
import { InvalidInputError } from '../../../services/errors.ts';

describe('filterLinks', () => {
  it('keeps the addresses in which the pattern is found, in order', () => {
    const urls = ['https://a.example/jobs/2', 'https://a.example/about', 'https://a.example/jobs/1'];
    expect(filterLinks(urls, '/jobs/\\d+$')).toEqual([urls[0], urls[2]]);
  });

  it('gives up on a pattern that would run for ever on an address made for it', () => {
    const url = `https://a.example/${'a'.repeat(60)}!`;
    expect(() => filterLinks([url], '(a+)+$')).toThrow(InvalidInputError);
    expect(() => filterLinks([url], '(a+)+$')).toThrow(/followLinksMatching/);
  });
});
