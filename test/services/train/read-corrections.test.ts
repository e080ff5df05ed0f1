import { describe, expect, it } from 'vitest';
import { correctionExamples, readCorrections } from '../../../services/train/read-corrections.ts';
import { LINK_FEATURES } from '../../../services/skills/link-features.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { proposing } from '../skills/two-skills.ts';

const { write } = temporaryFolder();
const line = (kind: string, words: string, place: object | null, id = 'coding') =>
  JSON.stringify({ kind, skill: { id, label: 'x' }, words, place, by: null, at: '2026-11-01T00:00:00Z', why: null });

describe('exported corrections', () => {
  it('are labelled sentences, or labelled words where they hold everywhere', async () => {
    const place = { postingId: 'p', quote: 'Bake with Python', start: 10, end: 16 };
    const file = await write(
      'corrections.jsonl',
      [line('accept', 'Python', place), line('reject', 'Python', place, 'baking'), line('alias', 'scripts', null)].join(
        '\n',
      ),
    );
    expect(await readCorrections(file)).toEqual([
      { text: 'Bake with Python', start: 10, end: 16, skillId: 'coding', label: 1 },
      { text: 'Bake with Python', start: 10, end: 16, skillId: 'baking', label: 0 },
      { text: 'scripts', start: 0, end: 7, skillId: 'coding', label: 1 },
    ]);
  });

  it('are refused by line when one is none', async () => {
    const file = await write('bad.jsonl', `${line('alias', 'a', null)}\n${line('alias', '', null)}`);
    await expect(readCorrections(file)).rejects.toThrow(/bad\.jsonl, line 2: "words" is wrong/);
  });

  it('become examples of the skill they are about alone, where it is a candidate', async () => {
    const judged = (skillId: string, label: 0 | 1) => ({
      text: 'write Python scripts',
      start: 0,
      end: 5,
      skillId,
      label,
    });
    const examples = await correctionExamples([judged('coding', 1), judged('none', 1), judged('baking', 0)], proposing);
    expect(examples.map(({ skillId, label }) => [skillId, label])).toEqual([
      ['coding', 1],
      ['baking', 0],
    ]);
    expect(examples[0]?.values).toHaveLength(LINK_FEATURES.length);
    expect(examples[0]?.values).not.toEqual(examples[1]?.values);
  });
});
