import { describe, expect, it } from 'vitest';
import { readCoreSkillLinks, readCoreSkills } from '../../../services/skills/read-core-skills.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const { write } = temporaryFolder();
const LIST = 'id,listYear,rank,name,group,skillGroup,definition';
const LINKS = 'coreSkillId,framework,skillId,skillLabel,kind,relation,rationale';
const listFile = (...rows: string[]): Promise<string> => write('core.csv', [LIST, ...rows].join('\n'));
const linkFile = (...rows: string[]): Promise<string> => write('links.csv', [LINKS, ...rows].join('\n'));

describe('core skills', () => {
  it('are read with their year and rank, which may be unknown', async () => {
    const file = await listFile('2025-01,2025,1,Tea sense,Senses,cognitive,Tastes tea.', '2025-02,2025,,Calm,Self,intrapersonal,"Stays, calm."'); // prettier-ignore
    expect(await readCoreSkills(file)).toEqual([
      { id: '2025-01', listYear: 2025, rank: 1, name: 'Tea sense', group: 'Senses', skillGroup: 'cognitive', definition: 'Tastes tea.' },
      { id: '2025-02', listYear: 2025, rank: null, name: 'Calm', group: 'Self', skillGroup: 'intrapersonal', definition: 'Stays, calm.' },
    ]); // prettier-ignore
  });

  it.each([
    ['x,2025,first,N,G,cognitive,D', /core.csv, line 2, field rank: /],
    ['x,,1,N,G,cognitive,D', /core.csv, line 2, field listYear: /],
    ['x,2025,1,,G,cognitive,D', /core.csv, line 2, field name: /],
    ['x,2025,1,N,G,magic,D', /core.csv, line 2, field skillGroup: /],
    [
      'a,2025,1,N,G,cognitive,D\na,2025,2,M,G,cognitive,D',
      /core.csv, line 3, field id: "a" is already the id of line 2/,
    ],
  ])('are refused in %j', async (row, message) => {
    await expect(readCoreSkills(await listFile(row))).rejects.toThrow(message);
  });
});

describe('links of core skills', () => {
  it('are read without the label, which is there for people', async () => {
    const skills = await readCoreSkills(await listFile('a,2025,1,N,G,cognitive,D'));
    const file = await linkFile('a,esco,http://x/1,taste tea,skill,exact,The same.');
    expect(await readCoreSkillLinks(file, skills)).toEqual([
      { coreSkillId: 'a', framework: 'esco', skillId: 'http://x/1', kind: 'skill', relation: 'exact', rationale: 'The same.' },
    ]); // prettier-ignore
  });

  it.each([
    ['b,esco,http://x/1,l,skill,exact,R', /links.csv, line 2, field coreSkillId: "b" is no core skill/],
    ['a,esco,http://x/1,l,skill,same,R', /links.csv, line 2, field relation: /],
    ['a,esco,http://x/1,l,skill,exact,', /links.csv, line 2, field rationale: /],
    [
      'a,esco,s,l,skill,exact,R\na,esco,s,l,skill,broad,R',
      /links.csv, line 3, field skillId: "s" is linked to a twice/,
    ],
  ])('are refused in %j', async (row, message) => {
    const skills = await readCoreSkills(await listFile('a,2025,1,N,G,cognitive,D'));
    await expect(readCoreSkillLinks(await linkFile(row), skills)).rejects.toThrow(message);
  });
});
