import { describe, expect, it } from 'vitest';
import { joinTokens, pythonStrings, readSkillSkape, readSkillSpan } from '../../../services/train/read-labelled.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { gzipSync } from 'node:zlib';

const { folder, write } = temporaryFolder();

describe('reading labelled sets', () => {
  it('takes the strings out of a printed Python list', () => {
    expect(pythonStrings(`['use SQL', "driver's licence", 'it\\'s', 'two  blanks ']`)).toEqual([
      'use SQL',
      "driver's licence",
      "it's",
      'two blanks',
    ]);
    expect(pythonStrings('[]')).toEqual([]);
  });

  it('joins tokens as English is written', () => {
    expect(joinTokens(['Python', '(', 'or', 'R', ')', ',', 'now', '!'])).toBe('Python (or R), now!');
  });

  it('calls a sentence with any span a requirement', async () => {
    const lines = [
      { tokens: ['Use', 'SQL'], tags_skill: ['O', 'O'], tags_knowledge: ['O', 'B'] },
      { tokens: ['Hello', '.'], tags_skill: ['O', 'O'], tags_knowledge: ['O', 'O'] },
    ];
    await write('gold/skillspan/dev.json.gz', gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(await readSkillSpan(folder, 'dev')).toEqual([
      { text: 'Use SQL', isRequirement: true },
      { text: 'Hello.', isRequirement: false },
    ]);
  });

  it('leaves out labels that are none', async () => {
    const csv = `sentence,skills\n"Use SQL, daily","['SQL', 'UNDERSPECIFIED']"\nHello,"['LABEL NOT PRESENT']"\n`;
    await write('gold/skillskape/dev.csv.gz', gzipSync(csv));
    expect(await readSkillSkape(folder, 'dev')).toEqual([
      { text: 'Use SQL, daily', labels: ['SQL'] },
      { text: 'Hello', labels: [] },
    ]);
  });

  it('says which file is missing and what to set', async () => {
    await expect(readSkillSpan(folder, 'train')).rejects.toThrow('train.json.gz is missing: set SKILLGAP_DATASETS');
  });
});
