import { describe, expect, it } from 'vitest';
import { buildLabelLetters } from '../../../services/skills/label-letters.ts';

const labels = [
  { label: 'Bäcker', row: 0 },
  { label: 'Konditor', row: 0 },
  { label: 'Feinbäcker', row: 1 },
  { label: 'Maurer', row: 3 },
];
const compare = (text: string) => Array.from(buildLabelLetters(labels, 4, 'de').compare(text));

describe('how alike a text and occupations are in letters', () => {
  it('is 1 for a label, also in its feminine form and in other words order, and 0 without labels or letters in common', () => {
    expect(compare('Bäckerin')[0]).toBeCloseTo(1);
    expect(compare('Konditor')[0]).toBeCloseTo(1);
    expect(compare('Bäcker')[2]).toBe(0);
    expect(compare('Bäcker')[3]).toBeLessThan(0.2);
    expect(compare('Ѫ')).toEqual([0, 0, 0, 0]);
  });

  it('is that of the label most alike, and finds parts of compounds', () => {
    const [baker = 0, fineBaker = 0, , mason = 0] = compare('Feinbäckergeselle');
    expect(fineBaker).toBeGreaterThan(baker);
    expect(baker).toBeGreaterThan(mason);
  });

  it('weighs rare letters more than frequent ones', () => {
    const rows = ['xyz abc', 'abc def', 'abc ghi'].map((label, row) => ({ label, row }));
    const [rare = 0, frequent = 0] = buildLabelLetters(rows, 3, 'en').compare('xyz def abc abc');
    expect(rare).toBeCloseTo(frequent);
    const [holder = 0, other = 0] = buildLabelLetters(rows, 3, 'en').compare('xyz abc');
    expect(other).toBeLessThan(0.5);
    expect(holder).toBeCloseTo(1);
  });
});
