import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertHouseTech } from '../../../bench/gold/house-tech.ts';
import { isDevelopment } from '../../../bench/gold/gold-folder.ts';
import { convertMelo } from '../../../bench/gold/melo.ts';
import { readNationalSkills } from '../../../bench/gold/national-skills.ts';
import { convertNjEtpl } from '../../../bench/gold/nj-etpl.ts';
import { convertPolishIsco } from '../../../bench/gold/polish-isco.ts';
import { convertSkillSkape, readPythonList } from '../../../bench/gold/skillskape.ts';
import { datasetsFolder } from '../../datasets.ts';
import { temporaryFolder } from '../../services/files/temporary-folder.ts';

const { folder, write } = temporaryFolder();

async function readOutput(name: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(path.join(folder, 'out', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
const out = path.join(folder, 'out');
const annotations = (set: string): string => `gold/esco-sentence-skills/${set}_validation_annotations.csv`;

it('HOUSE and TECH: groups by sentence, labels once, markers are no labels', async () => {
  await write(
    annotations('house'),
    'sentence,span,sub_span,label\n"Weld, paint .",Weld,,welding \n"Weld, paint .",paint,,LABEL NOT PRESENT\n"Weld, paint .",weld,,welding\nBe nice .,nice,,UNDERSPECIFIED\n',
  );
  await write(annotations('tech'), 'sentence,span,sub_span,label\njava,java,,Java (computer programming)\n');
  await convertHouseTech(folder, out);
  expect(await readOutput('house.jsonl')).toEqual([
    { text: 'Weld, paint .', skills: ['welding'] },
    { text: 'Be nice .', skills: [] },
  ]);
  expect(await readOutput('tech.jsonl')).toEqual([{ text: 'java', skills: ['Java (computer programming)'] }]);
});

describe('SkillSkape', () => {
  it('reads the lists that Python prints', () => {
    expect(readPythonList(`['C#', "driver's licence", 'a, b']`, 'f')).toEqual(['C#', "driver's licence", 'a, b']);
    expect(readPythonList(String.raw`['it\'s']`, 'f')).toEqual(["it's"]);
    expect(readPythonList(' [ ] ', 'f')).toEqual([]);
    for (const broken of ['C#', '[C#]', "['a' 'b']", "['a", '']) {
      expect(() => readPythonList(broken, 'f.csv, line 3')).toThrow(/f\.csv, line 3: "skills" is no list/);
    }
  });

  it('drops UNK', async () => {
    const csv = `,sentence,skills\n0,We weld.,"['welding', 'UNK']"\n1,We are nice.,['UNK']\n`;
    await write('gold/skillskape/dev.csv.gz', csv);
    await write('gold/skillskape/train.csv.gz', csv);
    await convertSkillSkape(folder, out);
    expect(await readOutput('skillskape-dev.jsonl')).toEqual([
      { text: 'We weld.', skills: ['welding'] },
      { text: 'We are nice.', skills: [] },
    ]);
  });
});

it('NJ: occupations ask, programmes answer, and the answer is not in the catalogue', async () => {
  const programme = (id: string, ...socs: string[]) =>
    JSON.stringify({ id, title: id, cip_code: '1', cip_title: 'x', soc_codes: socs.map((soc) => ({ soc })) });
  await write(
    'credentials/nj-etpl/credentials.jsonl.gz',
    `${programme('p1', '11-1', '11-2')}\n${programme('p2', '99-9')}\n`,
  );
  await write(
    'credentials/nj-etpl/soc2018_definitions.csv',
    'SOCGroup,SOCCode,SOCTitle,SOCDefinition\nDetailed,11-1,Welders,"Weld, cut."\nDetailed,11-2,Painters,Paint.\nDetailed,11-3,Clerks,File.\n',
  );
  await convertNjEtpl(folder, out);
  const queries = [
    ...(await readOutput('nj-queries-development.jsonl')),
    ...(await readOutput('nj-queries-other.jsonl')),
  ];
  expect(queries.sort((a, b) => String(a['id']).localeCompare(String(b['id'])))).toEqual([
    { id: '11-1', text: 'Welders. Weld, cut.' },
    { id: '11-2', text: 'Painters. Paint.' },
  ]);
  expect(await readOutput('nj-qrels.jsonl')).toEqual([
    { query: '11-1', credential: 'p1', gain: 1 },
    { query: '11-2', credential: 'p1', gain: 1 },
  ]);
  expect(await readOutput('nj-credentials.jsonl')).toEqual([
    { id: 'p1', title: 'p1' },
    { id: 'p2', title: 'p2' },
  ]);
});

it('MELO: titles with their occupation, or the code of their ISCO group', async () => {
  for (const [set, language] of [
    ['usa_q_en_c_en', 'en'],
    ['deu_q_de_c_de', 'de'],
  ]) {
    await write(`gold/melo/${set}/queries.tsv`, 'Q1\tWelders\nQ2\tOfficers\n');
    await write(
      `gold/melo/${set}/annotations.tsv`,
      `Q1\t0\tC1_${language}_0\t1\nQ1\t0\tC1_${language}_1\t1\nQ2\t0\tC2_${language}_0\t1\n`,
    );
    await write(
      `gold/melo/${set}/concept_mapping.tsv.gz`,
      `C1_${language}_0\tu:welder\nC1_${language}_1\tu:welder\nC2_${language}_0\thttp://data.europa.eu/esco/isco/C0110\n`,
    );
  }
  await convertMelo(folder, out);
  expect(await readOutput('melo-deu_q_de_c_de.jsonl')).toEqual([
    { id: 'Q1', title: 'Welders', language: 'de', occupation: 'u:welder' },
    { id: 'Q2', title: 'Officers', language: 'de', occupation: '0110' },
  ]);
});

it('Polish postings: leaves out those without a unit group', async () => {
  const posting = (group: string | null) =>
    JSON.stringify({ title: 'Spawacz', description: 'Spawanie.', isco_unit_group: group, employer: 'x' });
  await write('postings/pl-hand-coded/postings.jsonl.gz', `${posting('7212')}\n${posting(null)}\n`);
  await convertPolishIsco(folder, out);
  expect(await readOutput('polish-isco.jsonl')).toEqual([
    { title: 'Spawacz', description: 'Spawanie.', language: 'pl', occupation: '7212' },
  ]);
});

it('national skills: names of one language with all they are mapped to, quotes and all', async () => {
  await write(
    'gold/national-skill-to-esco/pairs.tsv.gz',
    'query_lang\tquery_id\tquery\tesco_uri\tesco_label_in_source\trelation\n' +
      'de\t1\tSchweißen "MIG"\tu:weld\tschweißen\texactMatch\nde\t2\tSchweißen "MIG"\tu:join\tfügen\tbroadMatch\n' +
      'sv\t3\tSvetsa\tu:weld\tsvetsa\texactMatch\nde\t4\tSingen\tu:sing\tsingen\tcloseMatch\n',
  );
  expect(await readNationalSkills(folder, 'de')).toEqual([
    {
      text: 'Schweißen "MIG"',
      skills: [
        { skillId: 'u:weld', relation: 'exactMatch' },
        { skillId: 'u:join', relation: 'broadMatch' },
      ],
    },
    { text: 'Singen', skills: [{ skillId: 'u:sing', relation: 'closeMatch' }] },
  ]);
});

it('splits by the id alone, into two halves of about the same size', () => {
  const halves = Array.from({ length: 1000 }, (_, at) => isDevelopment(`query-${at}`));
  expect(halves.filter(Boolean).length).toBeGreaterThan(440);
  expect(halves.filter(Boolean).length).toBeLessThan(560);
  expect(isDevelopment('11-1011')).toBe(true);
  expect(isDevelopment('11-3013')).toBe(false);
});

const datasets = datasetsFolder();
describe.skipIf(!datasets)('the real sets (skipped without SKILLGAP_DATASETS)', () => {
  it('HOUSE and TECH have 61 and 75 sentences with a label', async () => {
    const real = path.join(folder, 'real');
    await convertHouseTech(datasets!, real);
    for (const [set, all, labelled] of [
      ['house', 77, 61],
      ['tech', 101, 75],
    ] as const) {
      const lines = (await readFile(path.join(real, `${set}.jsonl`), 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(all);
      expect(lines.filter((line) => !line.endsWith('"skills":[]}'))).toHaveLength(labelled);
    }
  });

  it('NJ has 303 occupations, 154 of them for development', async () => {
    const real = path.join(folder, 'real');
    const written = await convertNjEtpl(datasets!, real);
    expect(written.map((line) => line.split(': ')[1])).toEqual([
      '586 records',
      '1989 records',
      '154 records',
      '149 records',
    ]);
  });
});
