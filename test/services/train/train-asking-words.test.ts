import { describe, expect, it } from 'vitest';
import { askingScore } from '../../../models/asking-words.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';
import { trainAskingWords } from '../../../services/train/train-asking-words.ts';

const random = seededRandom(3);
const some = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
const THINGS = ['steel', 'timber', 'glass', 'copper', 'brass', 'granite', 'rubber', 'leather', 'paper', 'plaster'];
const ASKING = ['Shape', 'Measure', 'Inspect', 'Polish', 'Repair', 'Assemble', 'Cut', 'Join'];
const PRAISE = ['Proud', 'Award', 'Founded', 'Celebrated', 'Cherished', 'Trusted', 'Famous', 'Leading'];

function advert(): string {
  const duty = () => `- ${some(ASKING)} ${some(THINGS)} and ${some(THINGS)} daily`;
  const praise = () => `${some(PRAISE)} makers of ${some(THINGS)} and ${some(THINGS)} everywhere.`;
  return ['About us', praise(), praise(), "What you'll do", duty(), duty()].join('\n');
}
const ADVERTS = Array.from({ length: 200 }, advert);

describe('the words that ask', () => {
  const { weights, card } = trainAskingWords(ADVERTS, 'en');

  it('are learned from headings, and told by adverts that were not looked at', () => {
    expect(card).toMatchObject({ adverts: 200, share: expect.closeTo(0.5, 1) as number });
    const { auc } = card['unseen'] as { auc: number };
    // Chance has .5.
    expect(auc).toBeGreaterThan(0.95);
  });

  it('stand out in sentences that no advert had', () => {
    const asking = askingScore('Repair marble at home', { weights });
    expect(asking).toBeGreaterThan(0);
    expect(askingScore('Famous for marble at home', { weights })).toBeLessThan(asking - 0.1);
  });

  it('are the same from the same adverts', () => {
    expect(trainAskingWords(ADVERTS, 'en').weights).toEqual(weights);
  });
});
