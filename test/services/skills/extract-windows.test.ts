import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractWindows } from '../../../services/skills/extract-windows.ts';
import { stopWordsOf } from '../../../services/skills/stop-words.ts';
import { foldWord, wordsOf } from '../../../services/skills/words.ts';

const textsOf = (sentence: string) => extractWindows(sentence, 'fast').map((window) => window.text);

describe('the windows of a sentence', () => {
  it('hold each clause of a list, without the words around it', () => {
    const windows = textsOf('You must have strong Python and SQL skills, including data modelling (e.g. dbt).');
    expect(windows).toEqual(expect.arrayContaining(['Python', 'SQL', 'data modelling', 'dbt']));
  });

  it('hold runs of three and of five words of a clause too long to be a name', () => {
    const sentence =
      'Plan and deliver weekly patient transport rotas covering four hospital sites across rural Norfolk';
    expect(textsOf(sentence)).toEqual(
      expect.arrayContaining(['patient transport rotas', 'deliver weekly patient transport rotas']),
    );
  });

  it('end where a new clause begins: communities that you will work with are no work', () => {
    for (const mode of ['fast', 'accurate'] as const) {
      const windows = extractWindows(
        'Our open source communities, you will work with them weekly; plan releases ahead',
        mode,
      );
      expect(windows.filter(({ text }) => /[,;]/u.test(text))).toEqual([]);
    }
    expect(
      extractWindows('Manage the large budgets, contracts and stock levels', 'fast').map(({ text }) => text),
    ).toContain('large budgets, contracts');
  });

  it('are longer in the accurate mode, and hold all of the fast one', () => {
    const sentence = 'Prepare monthly management accounts for six business units under tight group deadlines';
    const accurate = extractWindows(sentence, 'accurate').map((window) => window.text);
    expect(accurate).toEqual(expect.arrayContaining(textsOf(sentence)));
    expect(accurate).toContain('Prepare monthly management accounts for six business units');
    expect(textsOf(sentence)).not.toContain('Prepare monthly management accounts for six business units');
  });

  it('are none for a sentence that names nothing', () => {
    expect(textsOf('You will have the ability to')).toEqual([]);
    expect(textsOf('')).toEqual([]);
  });

  const piece = fc.constantFrom('Python', ' ', ', ', 'and', ' the ', '(', 'Node.js', '.', '–', 'é🎉', 'years', '\n');
  it('are slices of it at their offsets, each text once, none starting or ending on a stop word', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('fast' as const, 'accurate' as const),
        (pieces, mode) => {
          const sentence = pieces.join('');
          const windows = extractWindows(sentence, mode);
          expect(new Set(windows.map(({ text }) => text)).size).toBe(windows.length);
          for (const { text, start, end } of windows) {
            expect(sentence.slice(start, end)).toBe(text);
            const words = wordsOf(text).map((word) => foldWord(word.text));
            expect(stopWordsOf('en').has(words[0] ?? 'the')).toBe(false);
            expect(stopWordsOf('en').has(words.at(-1) ?? 'the')).toBe(false);
          }
        },
      ),
    );
  });
});
