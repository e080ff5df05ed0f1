import { describe, expect, it } from 'vitest';
import { judgedExamplesOf } from '../../../services/train/link-examples.ts';
import { readCorrections } from '../../../services/train/read-corrections.ts';
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
      { text: 'Bake with Python', postingId: 'p', skillId: 'coding', isRight: true },
      { text: 'Bake with Python', postingId: 'p', skillId: 'baking', isRight: false },
      { text: 'scripts', postingId: '', skillId: 'coding', isRight: true },
    ]);
  });

  it('are refused by line when one is none', async () => {
    const file = await write('bad.jsonl', `${line('alias', 'a', null)}\n${line('alias', '', null)}`);
    await expect(readCorrections(file)).rejects.toThrow(/bad\.jsonl, line 2: "words" is wrong/);
  });

  it('become examples of the skill they are about alone, where it is a candidate', async () => {
    const judged = (skillId: string, isRight: boolean) => ({
      text: 'coding for a bread shop',
      postingId: '',
      skillId,
      isRight,
    });
    const examples = await judgedExamplesOf(
      [judged('coding', true), judged('none', true), judged('baking', false)],
      proposing,
    );
    expect(examples.map(({ skillId, label }) => [skillId, label])).toEqual([
      ['coding', 1],
      ['baking', 0],
    ]);
    expect(examples[0]?.values).toHaveLength(LINK_FEATURES.length);
    expect(examples[0]?.values).not.toEqual(examples[1]?.values);
  });
});
