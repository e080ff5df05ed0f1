import { beforeAll, describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../../services/skills/read-taxonomy.ts';
import type { TaxonomyRelease } from '../../../services/domain/taxonomy.ts';
import { datasetsFolder } from '../../datasets.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { zipOf } from '../files/write-zip.ts';
import { classification, ids, relations } from './esco-fixture.ts';

const { folder, write } = temporaryFolder();
const readEsco = (paths: string[], language?: string): Promise<TaxonomyRelease> =>
  readTaxonomy({ format: 'esco', paths, language });

async function writeFolder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [file, content] of Object.entries(files)) await write(`${name}/${file}`, content);
  return `${folder}/${name}`;
}

describe('an ESCO release', () => {
  let zips: string[] = [];
  let release: TaxonomyRelease;
  beforeAll(async () => {
    zips = [
      await write('ESCO dataset - v9.8.7 - classification - en - csv.zip', await zipOf(classification)),
      await write('ESCO dataset - v9.8.7 - classification -  - csv.zip', await zipOf(relations)),
    ];
    release = await readEsco(zips);
  });

  it('takes version and language from the names of the files', () => {
    expect([release.framework, release.version, release.language]).toEqual(['esco', '9.8.7', 'en']);
  });

  it('has skills with clean labels, each label once', () => {
    expect(release.skills[0]).toEqual({
      id: ids.brew,
      framework: 'esco',
      preferredLabel: 'brew tea',
      altLabels: ['make tea', 'prepare tea'],
      hiddenLabels: ['tee'],
      description: 'Pours water\non leaves.',
      skillType: 'skill',
      reuseLevel: 'sector-specific',
    });
  });

  it('keeps a skill without type as unspecified, and says so', () => {
    expect(release.skills[1]).toMatchObject({ skillType: 'unspecified', reuseLevel: null, description: null });
    expect(release.warnings).toContain('1 skills state no type and are kept as unspecified.');
  });

  it('has groups of both kinds; the code of an ISCED-F field comes from its address', () => {
    expect(release.groups.map(({ id, kind, code }) => [id, kind, code])).toEqual([
      [ids.food, 'skill-group', '0721'],
      [ids.isco7, 'occupation-group', '7'],
      [ids.isco75, 'occupation-group', '75'],
      [ids.making, 'skill-group', 'S8.1'],
    ]);
  });

  it('keeps an occupation known only from the relations, under the ISCO code of what stands above it', () => {
    expect(release.occupations.map(({ id, preferredLabel, iscoCode }) => [id, preferredLabel, iscoCode])).toEqual([
      [ids.brewer, 'tea brewer', '75'],
      [ids.phantom, 'unlabelled occupation 00000000-0000-0000-0000-000000000002', '75'],
    ]);
    expect(release.warnings.join('\n')).toContain(`Occupation ${ids.phantom} is known only from the relations`);
  });

  it('finds the ISCO code of such an occupation also further up', async () => {
    const further = ids.phantom.replace(/2$/, '0'); // sorts before what stands above it
    const broader = `${relations['broaderRelationsOccPillar.csv']!}\nOccupation,${further},Occupation,${ids.phantom}`;
    const files = { ...classification, ...relations, 'broaderRelationsOccPillar.csv': broader };
    const { occupations } = await readEsco([await writeFolder('further', files)]);
    expect(occupations.map(({ id, iscoCode }) => [id, iscoCode])).toContainEqual([further, '75']);
  });

  it('keeps all relations, "broader" also from skill to skill and to a group nobody describes', () => {
    expect(release.occupationSkills).toHaveLength(3);
    expect(release.occupationSkills[1]).toEqual({
      occupationId: ids.brewer,
      skillId: ids.tasting,
      relation: 'optional',
    });
    expect(release.skillSkills).toEqual([{ fromId: ids.brew, toId: ids.tasting, relation: 'optional' }]);
    expect(release.broader).toHaveLength(7);
    expect(release.broader).toContainEqual({ childId: ids.tasting, parentId: ids.brew });
    expect(release.warnings.join('\n')).toContain('name 1 skill groups that the classification does not describe');
  });

  it('is the same from a folder, from single files and from the zips in any order', async () => {
    const unpacked = await writeFolder('esco-9.8.7', { ...classification, ...relations });
    expect(await readEsco([unpacked])).toEqual(release);
    expect(await readEsco([...zips].reverse())).toEqual(release);
    expect((await readEsco([folder])).skills).toEqual(release.skills);
  });

  it('is one zip with the language in every name since 1.2, and then relations may carry labels', async () => {
    const renamed = Object.entries({ ...classification, ...relations }).map(([name, content]) => [
      name.replace(/(_en)?\.csv$/, '_de.csv'),
      content
        .replace('occupationUri,', 'occupationLabel,occupationUri,')
        .replaceAll(/^(http:.*\/occupation\/)/gm, 'Teegeist,$1'),
    ]);
    const entries = Object.fromEntries(renamed) as Record<string, string>;
    entries['broaderRelationsOccPillar_de.csv'] = relations['broaderRelationsOccPillar.csv']!;
    const german = await readEsco([await write('all/ESCO dataset - v9.9.0 - classification - de - csv.zip', await zipOf(entries))]); // prettier-ignore
    expect([german.version, german.language, german.skillSkills.length]).toEqual(['9.9.0', 'de', 1]);
    expect(german.occupations[1]?.preferredLabel).toBe('Teegeist');
  });

  it('comes without its relations too, and says what that costs', async () => {
    const alone = await readEsco([zips[0]!]);
    expect([alone.skills.length, alone.occupations.length, alone.occupationSkills.length]).toEqual([2, 1, 0]);
    expect(alone.broader).toEqual([
      { childId: ids.isco75, parentId: ids.isco7 },
      { childId: ids.brewer, parentId: ids.isco75 },
      { childId: ids.making, parentId: ids.food },
    ]);
    expect(alone.warnings).toContain('The table occupationSkillRelations was not given: occupations have no skills; give the relations zip too.'); // prettier-ignore
  });

  it('has the hash of its content for a version where no name states one', async () => {
    const plain = await writeFolder('plain', { ...classification, ...relations });
    const { version } = await readEsco([plain]);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect((await readEsco([plain])).version).toBe(version);
    const changed = {
      ...classification,
      'skills_en.csv': classification['skills_en.csv']!.replace('tasting', 'tastings'),
    };
    expect((await readEsco([await writeFolder('changed', { ...changed, ...relations })])).version).not.toBe(version);
  });

  it('does not depend on the order of rows', async () => {
    const reverse = (content: string): string => {
      const [header, ...rows] = content.split('\n');
      return [header, ...rows.reverse()].join('\n');
    };
    const single = Object.entries({ ...classification, ...relations }).filter(([, text]) => !text.includes('"'));
    const rows = classification['skills_en.csv']!.replaceAll(/"[^"]*"/g, 'x');
    const there = await writeFolder('there', { ...Object.fromEntries(single), 'skills_en.csv': rows });
    const back = single.map(([name, text]) => [name, reverse(text)]);
    const reversed = { ...(Object.fromEntries(back) as Record<string, string>), 'skills_en.csv': reverse(rows) };
    expect(await readEsco([await writeFolder('back', reversed)])).toEqual(await readEsco([there]));
  });

  it('leaves out relations to skills nobody describes, with their number', async () => {
    const cut = {
      ...classification,
      'skills_en.csv': classification['skills_en.csv']!.split('\n').slice(0, -1).join('\n'),
    };
    const { occupationSkills, skillSkills, warnings } = await readEsco([
      await writeFolder('cut', { ...cut, ...relations }),
    ]);
    expect([occupationSkills.length, skillSkills.length]).toEqual([2, 0]);
    expect(warnings.join('\n')).toContain('2 relations to skills or occupations that no file describes were left out');
  });
});

describe('ESCO files are refused', () => {
  it('without the skills', async () => {
    const zip = await write('relations only.zip', await zipOf(relations));
    await expect(readEsco([zip])).rejects.toThrow(
      /relations only.zip holds no skills_LL.csv; give the ESCO classification/,
    );
  });

  it('when languages, versions or tables are mixed', async () => {
    const english = await writeFolder('mixed', classification);
    const german = await write('mixed/occupations_de.csv', classification['occupations_en.csv']!);
    await expect(readEsco([english])).rejects.toThrow(/is of language .. but .* of ..; import one language at a time/);
    expect((await readEsco([english], 'en')).language).toBe('en');
    await expect(readEsco([german], 'en')).rejects.toThrow(/holds no skills_LL.csv/);

    const first = await write('ESCO dataset - v1.0.1 - classification - en - csv.zip', await zipOf({ 'skills_en.csv': classification['skills_en.csv']! })); // prettier-ignore
    const second = await write('ESCO dataset - v1.0.2 - classification - en - csv.zip', await zipOf(classification));
    await expect(readEsco([first, second])).rejects.toThrow(/is of version 1.0.1 but .* of 1.0.2; import one version/);
    await expect(readEsco([first, first])).rejects.toThrow(/repeats the table of/);
  });

  it('for a row that is broken, naming file, line and field', async () => {
    const skills = classification['skills_en.csv']!;
    const broken = async (name: string, files: Readonly<Record<string, string>>): Promise<TaxonomyRelease> =>
      readEsco([await writeFolder(name, { ...classification, ...relations, ...files })]);
    await expect(broken('b1', { 'skills_en.csv': skills.replace(ids.tasting, '') })).rejects.toThrow(
      /skills_en.csv, line 9, field conceptUri: is empty/,
    );
    await expect(broken('b2', { 'skills_en.csv': skills.replace(ids.tasting, ids.brew) })).rejects.toThrow(
      /skills_en.csv, line 9, field conceptUri: .*a was already read/,
    );
    await expect(broken('b3', { 'skills_en.csv': skills.replace('altLabels', 'labels') })).rejects.toThrow(
      /skills_en.csv, line 1: lacks the column "altLabels"/,
    );
    const related = relations['occupationSkillRelations.csv']!.replace('optional', 'maybe');
    await expect(broken('b4', { 'occupationSkillRelations.csv': related })).rejects.toThrow(
      /occupationSkillRelations.csv, line 3, field relationType: is "maybe"/,
    );
  });

  it('when a language code is none', async () => {
    await expect(readEsco([folder], 'english')).rejects.toThrow(/"english" is no language code/);
  });
});

const datasets = datasetsFolder();
describe.skipIf(!datasets)('the official ESCO 1.1.1 files (skipped without SKILLGAP_DATASETS)', () => {
  it('are read whole', async () => {
    const release = await readEsco([`${datasets!}/taxonomy/esco-1.1.1/original`]);
    const groupCount = (kind: string): number => release.groups.filter((group) => group.kind === kind).length;
    expect([release.version, release.language]).toEqual(['1.1.1', 'en']);
    expect(release.skills).toHaveLength(13_896);
    expect(release.occupations).toHaveLength(3007 + 1);
    expect(release.occupationSkills).toHaveLength(123_855);
    expect([groupCount('skill-group'), groupCount('occupation-group')]).toEqual([640, 619]);
    expect(release.skillSkills).toHaveLength(5899);
    expect(release.broader).toHaveLength(3617 + 20_656);
    expect(release.skills.filter(({ skillType }) => skillType === 'unspecified')).toHaveLength(6);
    expect(release.groups.every(({ code }) => code !== null)).toBe(true);
    expect(release.skills.every(({ preferredLabel }) => preferredLabel === preferredLabel.trim())).toBe(true);
    const undescribed = release.occupations.filter(({ preferredLabel }) => preferredLabel.startsWith('unlabelled'));
    expect(undescribed.map(({ iscoCode }) => iscoCode)).toEqual(['2269']);
    expect(release.warnings).toHaveLength(3);
  });
});
