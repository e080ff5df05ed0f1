import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, stemWord, withoutQualifier, wordsOf } from '../../../services/skills/words.ts';

const textsOf = (text: string) => wordsOf(text).map((word) => word.text);

describe('the words of a text', () => {
  it.each([
    ['Node.js, draw.io or Socket.io.', ['Node.js', 'draw.io', 'or', 'Socket.io']],
    ['C++, C# and F#.', ['C++', 'C#', 'and', 'F#']],
    ['.NET, ASP.NET and C#/.NET', ['.NET', 'ASP.NET', 'and', 'C#', '.NET']],
    ['C#.NET', ['C#', '.NET']],
    ['C++11/14', ['C++', '11', '14']],
    ['Python 3.9, Web 2.0', ['Python', '3.9', 'Web', '2.0']],
    ["don't, driver’s licence", ["don't", 'driver’s', 'licence']],
    ['R&D, I/O, full-stack', ['R', 'D', 'I', 'O', 'full', 'stack']],
    ['5+ years, 3+2', ['5+', 'years', '3', '2']],
    ['Pflegefachkräfte, café', ['Pflegefachkräfte', 'café']],
  ])('keep names whole: %s', (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  it.each([
    ['skills.You will', ['skills', 'You', 'will']],
    ['experience.3 years', ['experience', '3', 'years']],
    ['e.g. SQL', ['e', 'g', 'SQL']],
    ['the network.Networks', ['the', 'network', 'Networks']],
    ['', []],
    ['—•(…)', []],
  ])('end where a sentence does: %s', (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  it('know their places in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.start).toBeGreaterThanOrEqual(end);
          end = word.end;
        }
      }),
    );
  });
});

describe('the form two spellings share', () => {
  it('ignores case and the kind of apostrophe but keeps accents', () => {
    expect(foldWord('Driver’S')).toBe("driver's");
    expect(foldWord('Résumé')).toBe('résumé');
  });

  it('stems English words, in both spellings, and leaves names and short words alone', () => {
    expect(stemWord('Managing')).toBe(stemWord('manages'));
    expect(stemWord('organise')).toBe(stemWord('organizing'));
    expect(stemWord('Python3')).toBe('python3');
    expect(stemWord('C++')).toBe('c++');
    expect(stemWord('aws')).toBe('aws');
  });
});

it('a label is asked for without the bracket that only tells it apart', () => {
  expect(withoutQualifier('Python (computer programming)')).toBe('Python');
  expect(withoutQualifier('(none) of it')).toBe('(none) of it');
  expect(withoutQualifier('(ISO)')).toBe('(ISO)');
});
