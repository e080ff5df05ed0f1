import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../../services/skills/read-taxonomy.ts';
import type { TaxonomyRelease } from '../../../services/domain/taxonomy.ts';
import { datasetsFolder } from '../../datasets.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { zipOf } from '../files/write-zip.ts';

const { folder, write } = temporaryFolder();
const readOnet = (path: string): Promise<TaxonomyRelease> => readTaxonomy({ format: 'onet', paths: [path] });
const table = (...rows: string[][]): string => rows.map((cells) => `${cells.join('\t')}\r\n`).join('');

/** The columns of the real files, the content invented. */
const files: Readonly<Record<string, string>> = {
  'Read Me.txt': 'O*NET 97.1 Database\r\nDecember 2099 Release\r\n',
  'Occupation Data.txt': table(
    ['O*NET-SOC Code', 'Title', 'Description'],
    ['99-1011.00', 'Tea Brewers', 'Brew "tea", hot.'],
    ['99-1012.00', 'Tea Tasters', ''],
  ),
  'Alternate Titles.txt': table(
    ['O*NET-SOC Code', 'Alternate Title', 'Short Title', 'Source(s)'],
    ['99-1011.00', 'Brewer of Tea', 'BT', '08'],
    ['99-1011.00', 'Tea Maker', 'n/a', '08'],
    ['99-1011.00', 'Tea Brewers', 'n/a', '08'],
  ),
  'Sample of Reported Titles.txt': table(
    ['O*NET-SOC Code', 'Reported Job Title', 'Shown in My Next Move'],
    ['99-1011.00', 'Tea Maker', 'Y'],
    ['99-1011.00', 'Kettle Keeper', 'N'],
  ),
  'Content Model Reference.txt': table(
    ['Element ID', 'Element Name', 'Description'],
    ['1.C', 'Interests Beyond', 'Not the work styles in this release.'],
    ['1.C.1', 'Wonder', 'x'],
    ['1.D', 'Work Styles', 'How one works.'],
    ['1.D.1', 'Patience', 'Waits.'],
    ['2', 'Worker Requirements', 'x'],
    ['2.A', 'Basic Skills', 'x'],
    ['2.A.1', 'Content', 'x'],
    ['2.A.1.a', 'Leaf Reading', 'Reads leaves.'],
    ['2.B', 'Cross-Functional Skills', 'x'],
    ['2.C', 'Knowledge', 'x'],
    ['2.C.10', 'Water', 'Knows water.'],
    ['2.D', 'Education', 'x'],
    ['4.A', 'Activities', 'x'],
  ),
  'Technology Skills.txt': table(
    ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
    ['99-1011.00', 'C', '11', 'Languages', 'N', 'N'],
    ['99-1011.00', 'C++', '11', 'Languages', 'Y', 'N'],
    ['99-1011.00', 'C#', '11', 'Languages', 'N', 'Y'],
    ['99-1011.00', 'Leaf.Ware 2', '12', 'Leaf software', 'N', 'N'],
    ['99-1011.00', 'Leaf Ware-2', '12', 'Leaf software', 'N', 'N'],
    ['99-1012.00', 'C', '12', 'Leaf software', 'N', 'N'],
    ['99-1012.00', 'C', '11', 'Languages', 'Y', 'N'],
    ['99-1012.00', 'C', '11', 'Languages', 'N', 'N'],
  ),
};

async function writeAll(name: string, without: readonly string[] = []): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    if (!without.includes(file)) await write(`${name}/${file}`, content);
  }
  return `${folder}/${name}`;
}

describe('an O*NET release', () => {
  let release: TaxonomyRelease;
  beforeAll(async () => {
    release = await readOnet(await writeAll('text'));
  });

  it('takes its version from the read-me', () => {
    expect([release.framework, release.version, release.language]).toEqual(['onet', '97.1', 'en']);
  });

  it('has occupations with every title they go by, each once', () => {
    expect(release.occupations[0]).toEqual({
      id: 'onet:99-1011.00',
      framework: 'onet',
      preferredLabel: 'Tea Brewers',
      altLabels: ['Brewer of Tea', 'BT', 'Tea Maker', 'Kettle Keeper'],
      description: 'Brew "tea", hot.',
      iscoCode: null,
      code: '99-1011.00',
    });
    expect(release.occupations[1]).toMatchObject({ altLabels: [], description: null });
  });

  it('has the lowest elements as skills and those above them as groups', () => {
    const elements = release.skills.filter(({ skillType }) => skillType !== 'technology');
    expect(elements.map(({ id, preferredLabel, skillType }) => [id, preferredLabel, skillType])).toEqual([
      ['onet:1.D.1', 'Patience', 'unspecified'],
      ['onet:2.A.1.a', 'Leaf Reading', 'skill'],
      ['onet:2.C.10', 'Water', 'knowledge'],
    ]);
    expect(release.groups.map(({ id }) => id)).toEqual([
      'onet:1.D',
      'onet:2.A',
      'onet:2.A.1',
      'onet:2.B',
      'onet:2.C',
      'onet:commodity/11',
      'onet:commodity/12',
    ]);
    expect(release.broader).toContainEqual({ childId: 'onet:2.A.1.a', parentId: 'onet:2.A.1' });
    expect(release.broader).toContainEqual({ childId: 'onet:2.A.1', parentId: 'onet:2.A' });
    expect(release.broader.some(({ childId }) => childId === 'onet:2.A')).toBe(false);
  });

  it('has each technology once, and tells C from C++ and C#', () => {
    const technologies = release.skills.filter(({ skillType }) => skillType === 'technology');
    expect(technologies.map(({ preferredLabel, id }) => [preferredLabel, id])).toEqual([
      ['C', 'onet:tech/c'],
      ['C++', 'onet:tech/c-plus-plus'],
      ['C#', 'onet:tech/c-sharp'],
      ['Leaf Ware-2', 'onet:tech/leaf-ware-2'],
      ['Leaf.Ware 2', 'onet:tech/leaf-ware-2-2'],
    ]);
    const parents = release.broader.filter(({ childId }) => childId === 'onet:tech/c').map(({ parentId }) => parentId);
    expect(parents).toEqual(['onet:commodity/11', 'onet:commodity/12']);
  });

  it('ties technologies to occupations: essential when hot or in demand', () => {
    const relations = release.occupationSkills.map(({ occupationId, skillId, relation }) => [occupationId.slice(-5), skillId, relation]); // prettier-ignore
    expect(relations).toEqual([
      ['11.00', 'onet:tech/c', 'optional'],
      ['11.00', 'onet:tech/c-plus-plus', 'essential'],
      ['11.00', 'onet:tech/c-sharp', 'essential'],
      ['11.00', 'onet:tech/leaf-ware-2', 'optional'],
      ['11.00', 'onet:tech/leaf-ware-2-2', 'optional'],
      ['12.00', 'onet:tech/c', 'essential'],
    ]);
  });

  it('is the same gzipped and as a zip', async () => {
    for (const [file, content] of Object.entries(files)) await write(`packed/${file}.gz`, gzipSync(content));
    expect(await readOnet(`${folder}/packed`)).toEqual(release);
    const entries = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`db_97_1_text/${name}`, content]),
    );
    expect(await readOnet(await write('db.zip', await zipOf(entries)))).toEqual(release);
  });

  it('takes its version from the folder where there is no read-me', async () => {
    expect((await readOnet(await writeAll('db_96_2_text', ['Read Me.txt']))).version).toBe('96.2');
    expect((await readOnet(await writeAll('nameless', ['Read Me.txt']))).version).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('O*NET files are refused', () => {
  it('when some are missing, naming all of them', async () => {
    const incomplete = await writeAll('incomplete', ['Occupation Data.txt', 'Technology Skills.txt']);
    await expect(readOnet(incomplete)).rejects.toThrow(
      `${incomplete} lacks the O*NET files "Occupation Data.txt", "Technology Skills.txt"; give the folder`,
    );
  });

  it('when a row is broken, naming its line', async () => {
    const broken = await writeAll('broken');
    const file = await write(
      'broken/Occupation Data.txt',
      files['Occupation Data.txt']!.replace('99-1012.00', '99-1011.00'),
    );
    await expect(readOnet(broken)).rejects.toThrow(
      `${file}, line 3, field O*NET-SOC Code: 99-1011.00 was already read`,
    );
    await write('broken/Occupation Data.txt', files['Occupation Data.txt']!.replace('99-1012.00', ''));
    await expect(readOnet(broken)).rejects.toThrow(`${file}, line 3, field O*NET-SOC Code: is empty`);
    await write('broken/Occupation Data.txt', 'O*NET-SOC Code\tTitle\n');
    await expect(readOnet(broken)).rejects.toThrow(`${file}, line 1: lacks the column "Description"`);
  });
});

const datasets = datasetsFolder();
describe.skipIf(!datasets)('the official O*NET 30.1 files (skipped without SKILLGAP_DATASETS)', () => {
  it('are read whole', async () => {
    const release = await readOnet(`${datasets!}/taxonomy/onet-30.1`);
    const skillCount = (type: string): number => release.skills.filter(({ skillType }) => skillType === type).length;
    expect(release.version).toBe('30.1');
    expect(release.occupations).toHaveLength(1016);
    expect([skillCount('technology'), skillCount('skill'), skillCount('knowledge')]).toEqual([8785, 35, 33]);
    expect(skillCount('unspecified')).toBe(21); // work styles
    expect(release.occupationSkills).toHaveLength(32_773);
    expect(release.groups.filter(({ id }) => id.startsWith('onet:commodity/'))).toHaveLength(137);
    expect(new Set(release.skills.map(({ id }) => id)).size).toBe(release.skills.length);
    expect(release.warnings).toEqual([]);
  });
});
