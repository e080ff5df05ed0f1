import { describe, expect, it } from 'vitest';
import { WORD_PLACES, wordPlaces } from '../../../models/asking-words.ts';
import { splitPosting } from '../../../services/skills/split-requirements.ts';

/** Words that speak for a requirement with 1 and against one with -1. */
function wordsThat(ask: string, praise: string) {
  const weights = new Float32Array(WORD_PLACES + 1);
  for (const place of wordPlaces(ask).places) weights[place] = 1;
  for (const place of wordPlaces(praise).places) weights[place] = -1;
  weights[WORD_PLACES] = 0;
  return { weights };
}
const WORDS = wordsThat('weld frames to drawings with care', 'gates of renown delight villages around here');
const PRAISE = 'Gates of renown delight villages around here.';
const ASKING = 'Weld frames to drawings with care.';

const kept = (text: string, language: string | null = 'en') =>
  splitPosting(text, language, { askingWords: WORDS }).requirements.map((requirement) => requirement.text);

describe('a sentence that no table turns down', () => {
  it('is dropped where its words are those of company talk, and says so', () => {
    const { requirements, dropped } = splitPosting(`${PRAISE} ${ASKING}`, 'en', { askingWords: WORDS });
    expect(requirements.map(({ text, position }) => [text, position])).toEqual([[ASKING, 0]]);
    expect(dropped).toEqual([{ text: PRAISE, reason: 'words of no requirement' }]);
    expect(splitPosting(PRAISE, 'en').requirements).toHaveLength(1);
  });

  it('is kept in a list and under a heading that asks', () => {
    expect(kept(`- ${PRAISE}`)).toHaveLength(1);
    expect(kept(`Requirements\n${PRAISE}`)).toHaveLength(1);
  });

  it('is kept when it is short, or speaks of the role or of recruiting', () => {
    expect(kept('Gates of renown delight.')).toHaveLength(1);
    expect(kept(`This role is about ${PRAISE}`)).toHaveLength(1);
    expect(kept(`We need somebody for ${PRAISE}`)).toHaveLength(1);
  });

  it('is judged with its neighbours, over headings, too', () => {
    const doubtful = 'Weld frames to renown delight villages there somehow.';
    expect(kept(`${ASKING}\n${doubtful}\n${ASKING}`)).toContain(doubtful);
    expect(kept(`${PRAISE}\n${doubtful}\n${PRAISE}`)).not.toContain(doubtful);
    expect(kept(`${PRAISE}\nFurther information:\n${doubtful}\n${PRAISE}`)).not.toContain(doubtful);
  });

  it('needs more for it in a language that nothing reads afterwards', () => {
    const plain = 'Nothing known stands in these words.';
    expect([kept(plain, 'en').length, kept(plain, 'fr').length]).toEqual([1, 0]);
    // Read as English, and so judged as English.
    expect(kept(plain, null)).toHaveLength(1);
  });
});
