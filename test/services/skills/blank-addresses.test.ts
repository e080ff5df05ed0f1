import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankAddresses } from '../../../services/skills/blank-addresses.ts';

describe('addresses in a text', () => {
  it.each([
    ['The platform (https://about.example.com/solutions/devops-platform/) is used', 'devops'],
    ['see www.example.org/java/python.', 'java'],
    ['write to sql.team@data-science.example.com today', 'sql'],
  ])('name no skill: %s', (text, skill) => {
    const blank = blankAddresses(text);
    expect(blank).not.toContain(skill);
    expect(blank).toHaveLength(text.length);
  });

  it('are all that is blanked', () => {
    expect(blankAddresses('The platform (https://a.example/x) is used')).toBe(
      'The platform (                   ) is used',
    );
    for (const text of ['ASP.NET and Node.js', 'C++ @ scale', 'HTTP/2, https and www design']) {
      expect(blankAddresses(text)).toBe(text);
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => blankAddresses(text).length === text.length));
  });
});
