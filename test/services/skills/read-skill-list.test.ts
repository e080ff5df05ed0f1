import { describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../../services/skills/read-taxonomy.ts';
import type { TaxonomyRelease } from '../../../services/domain/taxonomy.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const { write, folder } = temporaryFolder();
const HEADER = 'id,label,altLabels,description,type,broader,reuseLevel,iscoCode,essentialSkills,optionalSkills';

async function read(rows: readonly string[], name?: string): Promise<TaxonomyRelease> {
  return readTaxonomy({ format: 'csv', paths: [await write('My Teas.csv', [HEADER, ...rows].join('\n'))], name });
}

describe('an own skill list', () => {
  it('becomes skills, occupations and groups', async () => {
    const release = await read([
      'drinks,Drinks,,,group,,,,,',
      'brew, brew  tea ,make tea|"brew tea"|prepare tea,Pours.,skill,drinks,sector-specific,,,',
      'sample:skill/kettle,Kettle OS,"KOS\nKettle",,Technology,brew,,,,',
      'brewer,tea brewer,,,occupation,,,7515,brew,sample:skill/kettle|',
    ].map((row) => row.replace('make tea|"brew tea"|prepare tea', '"make tea|brew tea| prepare tea"'))); // prettier-ignore
    expect([release.framework, release.language, release.warnings]).toEqual(['my-teas', 'en', []]);
    expect(release.version).toMatch(/^[0-9a-f]{12}$/);
    expect(release.skills).toEqual([
      {
        id: 'my-teas:brew',
        framework: 'my-teas',
        preferredLabel: 'brew tea',
        altLabels: ['make tea', 'prepare tea'],
        hiddenLabels: [],
        description: 'Pours.',
        skillType: 'skill',
        reuseLevel: 'sector-specific',
      },
      expect.objectContaining({ id: 'sample:skill/kettle', altLabels: ['KOS', 'Kettle'], skillType: 'technology' }),
    ]);
    expect(release.groups.map(({ id, kind }) => [id, kind])).toEqual([['my-teas:drinks', 'skill-group']]);
    expect(release.occupations).toMatchObject([{ id: 'my-teas:brewer', iscoCode: '7515', code: null }]);
    expect(release.broader).toEqual([
      { childId: 'my-teas:brew', parentId: 'my-teas:drinks' },
      { childId: 'sample:skill/kettle', parentId: 'my-teas:brew' },
    ]);
    expect(release.occupationSkills).toEqual([
      { occupationId: 'my-teas:brewer', skillId: 'my-teas:brew', relation: 'essential' },
      { occupationId: 'my-teas:brewer', skillId: 'sample:skill/kettle', relation: 'optional' },
    ]);
  });

  it('may be several files that refer to each other, and is named by its first or by the caller', async () => {
    const first = await write('first.csv', 'id,label,altLabels,description,type,broader\na,A,,,skill,b\n');
    const second = await write('second.csv', 'id;label;altLabels;description;type;broader\nb;B;;;knowledge;\n');
    const reports: [number, number][] = [];
    const release = await readTaxonomy({ format: 'csv', paths: [first, second] }, (done, total) =>
      reports.push([done, total]),
    );
    expect(release.broader).toEqual([{ childId: 'first:a', parentId: 'first:b' }]);
    expect(reports.at(-1)![0]).toBe(reports.at(-1)![1]);
    const named = await readTaxonomy({
      format: 'csv',
      paths: [first, second],
      name: 'Teas',
      version: '3',
      language: 'de',
    });
    expect([named.framework, named.version, named.language]).toEqual(['teas', '3', 'de']);
  });

  it('says which rows are skills of another framework, by a column or by an ESCO URI for an id', async () => {
    const uri = 'http://data.europa.eu/esco/skill/0a1b';
    const file = await write(
      'same.csv',
      [
        'id,label,altLabels,description,type,broader,sameAs',
        `a,A,,,skill,,${uri}`,
        `${uri},B,,,knowledge,,`,
        `c,C,,,skill,${uri},`,
        'd,D,,,skill,http://data.europa.eu/esco/skill/S1,',
      ].join('\n'),
    );
    const release = await readTaxonomy({ format: 'csv', paths: [file] });
    expect(release.skills.map(({ id }) => id)).toEqual(['same:0a1b', 'same:a', 'same:c', 'same:d']);
    expect(release.skillSkills).toEqual([
      { fromId: 'same:0a1b', toId: uri, relation: 'same' },
      { fromId: 'same:a', toId: uri, relation: 'same' },
    ]);
    expect(release.broader).toEqual([
      { childId: 'same:c', parentId: 'same:0a1b' },
      { childId: 'same:d', parentId: 'http://data.europa.eu/esco/skill/S1' },
    ]);
    expect((await readTaxonomy({ format: 'csv', paths: [file], name: 'esco' })).skills.map(({ id }) => id)).toContain(
      uri,
    );
  });

  it.each([
    ['a,A,,,skill,,python', /line 2, field sameAs: "python" is no id of another framework/],
    ['a,A,,,occupation,,e:python', /line 2, field sameAs: belongs to rows of skills/],
  ])('refuses a row %s in one sentence', async (row, says) => {
    const file = await write('same.csv', `id,label,altLabels,description,type,broader,sameAs\n${row}\n`);
    await expect(readTaxonomy({ format: 'csv', paths: [file] })).rejects.toThrow(says);
  });

  it('may reach a row above by several ways: that is no circle', async () => {
    const { broader } = await read(['a,A,,,skill,b|c,,,,', 'c,C,,,skill,b,,,,', 'b,B,,,skill,,,,,']);
    expect(broader).toHaveLength(3);
  });

  it('needs no optional columns, and takes a type that is empty as unspecified', async () => {
    const file = await write('few.csv', 'ID,Label,altlabels,description,type,broader\na,A,,,,\n');
    const { skills } = await readTaxonomy({ format: 'csv', paths: [file] });
    expect(skills).toMatchObject([{ id: 'few:a', skillType: 'unspecified', reuseLevel: null }]);
  });
});

describe('an own skill list is refused, naming file, line and field,', () => {
  it.each([
    ['an id used twice', ['a,A,,,skill,,,,,', 'b,B,,,skill,,,,,', 'a,C,,,skill,,,,,'], /My Teas.csv, line 4, field id: "a" is already the id of .*My Teas.csv, line 2; give/],
    ['an empty id', [' ,A,,,skill,,,,,'], /line 2, field id: is empty/],
    ['an empty label', ['a, ,,,skill,,,,,'], /line 2, field label: is empty/],
    ['an unknown type', ['a,A,,,talent,,,,,'], /line 2, field type: "talent" is unknown; use knowledge, skill/],
    ['an unknown reuse level', ['a,A,,,skill,,often,,,'], /line 2, field reuseLevel: "often" is unknown/],
    ['an ISCO code that is none', ['a,A,,,occupation,,,75150,,'], /line 2, field iscoCode: "75150" is no ISCO-08 code/],
    ['an unknown broader row', ['a,A,,,skill,b,,,,'], /line 2, field broader: "b" is the id of no row; name the id of a skill or group/],
    ['a broader row of another kind', ['a,A,,,skill,b,,,,', 'b,B,,,occupation,,,,,'], /line 2, field broader: "b" is a row of another kind/],
    ['an unknown essential skill', ['a,A,,,occupation,,,,b,'], /line 2, field essentialSkills: "b" is the id of no row/],
    ['an unknown optional skill', ['a,A,,,occupation,,,,,b'], /line 2, field optionalSkills: "b" is the id of no row/],
    ['skills of a skill', ['a,A,,,skill,,,,b,', 'b,B,,,skill,,,,,'], /line 2, field essentialSkills or optionalSkills: belongs to rows of type occupation/],
    ['a circle of broader rows', ['x,X,,,skill,,,,,', 'a,A,,,skill,b,,,,', 'b,B,,,skill,a|x,,,,'], /line 3, field broader: "a" is above itself/],
    ['a row above itself', ['a,A,,,skill,a,,,,'], /line 2, field broader: "a" is above itself/],
  ] as const)('for %s', async (_what, rows, message) => {
    await expect(read(rows)).rejects.toThrow(message);
  }); // prettier-ignore

  it('for a missing column, a header alone, another framework and no file', async () => {
    const file = await write('short.csv', 'id,label,altLabels,description,type\na,A,,,skill\n');
    await expect(readTaxonomy({ format: 'csv', paths: [file] })).rejects.toThrow(
      /short.csv, line 1: lacks the column "broader"/,
    );
    await expect(read([])).rejects.toThrow(/My Teas.csv names no skill; give a file with at least one/);
    const framed = await write(
      'framed.csv',
      'id,label,altLabels,description,type,broader,framework\na,A,,,skill,,coffee\n',
    );
    await expect(readTaxonomy({ format: 'csv', paths: [framed], name: 'teas' })).rejects.toThrow(/line 2, field framework: is "coffee" but the list is imported as "teas"/); // prettier-ignore
    await expect(readTaxonomy({ format: 'csv', paths: [`${folder}/none.csv`] })).rejects.toThrow(/does not exist/);
    await expect(readTaxonomy({ format: 'csv', paths: [] })).rejects.toThrow(/No taxonomy file was named/);
    await expect(read(['a,A,,,skill,,,,,'], '---')).rejects.toThrow(/"---" gives no name/);
  });
});
