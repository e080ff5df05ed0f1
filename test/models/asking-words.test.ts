import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingScore, readAskingWords, WORD_PLACES, wordPlaces, writeAskingWords } from '../../models/asking-words.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';

describe('the words of a sentence', () => {
  it('are the same for other endings and cases, and in another order not quite', () => {
    const places = (text: string) => [...wordPlaces(text).places];
    expect(places('Développer des applications')).toEqual(places('développeur DES application'));
    expect(places('weld the frame')).not.toEqual(places('frame the weld'));
    expect(places('5 years')).toEqual(places('12 years'));
  });

  it('weigh the same in all, however many there are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const { places, values } = wordPlaces(text);
        expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
        expect([...places]).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        expect(places.at(-1)).toBe(WORD_PLACES);
      }),
    );
  });
});

describe('trained words', () => {
  const folder = pathToFileURL(`${mkdtempSync(path.join(tmpdir(), 'skillgap-words-'))}/`);
  const weights = new Float32Array(WORD_PLACES + 1);
  for (const place of wordPlaces('weld frames').places) weights[place] = 0.5;

  it('come back as they were written, to three digits', () => {
    writeAskingWords({ language: 'xx', weights, card: { sentences: 2 } }, folder);
    const read = readAskingWords('xx', folder);
    expect(read?.card).toEqual({ sentences: 2 });
    expect([...(read?.weights ?? [])]).toEqual([...weights]);
    expect(askingScore('Weld frames', read ?? { weights: new Float32Array() })).toBeGreaterThan(0.5);
  });

  it('are there for three languages, with another checksum each, and for no other', () => {
    const checksums = ['en', 'fr', 'pl'].map((language) => readAskingWords(language)?.checksum);
    expect(new Set(checksums).size).toBe(3);
    expect(checksums).not.toContain(undefined);
    expect(readAskingWords('de')).toBeUndefined();
    expect(readAskingWords('../secret')).toBeUndefined();
  });

  it('tell a requirement from company talk in each of them', () => {
    const pairs = {
      en: [
        'Proven experience with relational databases and SQL',
        'We are a global leader and offer a great pension scheme',
      ],
      fr: [
        'Vous maîtrisez Python et les bases de données',
        'Notre groupe accompagne ses clients partout dans le monde',
      ],
      pl: ['Znajomość relacyjnych baz danych i języka SQL', 'Oferujemy prywatną opiekę medyczną i kartę sportową'],
    };
    for (const [language, [asking = '', silent = '']] of Object.entries(pairs)) {
      const words = readAskingWords(language) ?? { weights: new Float32Array() };
      expect(askingScore(asking, words), language).toBeGreaterThan(askingScore(silent, words) + 0.5);
    }
  });

  it('refuse a damaged file and say how to get it back', () => {
    writeFileSync(new URL('asking-words-yy.json', folder), '{"language":"yy","card":{},"weights":[1]}');
    expect(() => readAskingWords('yy', folder)).toThrow(ModelUnavailableError);
    expect(() => readAskingWords('yy', folder)).toThrow('npm run train');
  });
});
