import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvalOptions } from '../../../bench/eval/eval-options.ts';
import { qualityRows, withoutRepeats } from '../../../bench/eval/quality-rows.ts';
import { readJudgements } from '../../../bench/eval/read-judgements.ts';
import { markdownTable } from '../../../bench/eval/report/markdown-table.ts';
import { drawReliability } from '../../../bench/eval/report/reliability-svg.ts';
import { showMeasure, showSpeed } from '../../../bench/eval/report/show-numbers.ts';
import { writeReport, type ReportParts } from '../../../bench/eval/report/write-report.ts';
import { readSectionResult, writeSectionResult } from '../../../bench/eval/section-files.ts';
import type { QualityRow, SectionResult } from '../../../bench/eval/section-result.ts';
import { temporaryFolder } from '../../services/files/temporary-folder.ts';

const { folder, write } = temporaryFolder();

const row = (rest: Partial<QualityRow> = {}): QualityRow => ({
  set: 'HOUSE',
  split: 'validation',
  n: 61,
  unit: 'sentences',
  system: 'Skillgap, fast',
  exposure: 'trained on',
  measures: [{ name: 'MRR', value: 0.6554, interval: [0.6, 0.7] }],
  ...rest,
});
const result = (rest: Partial<SectionResult> = {}): SectionResult => ({
  section: 'linking',
  model: 'minilm',
  taxonomy: 'esco 1.1.1',
  linker: { id: 'abc', version: 6 },
  rows: [row(), row({ system: 'random order', exposure: 'baseline' })],
  notes: [],
  speeds: [],
  reliability: [],
  ...rest,
});
const section = { name: 'linking', title: 'Sentences to skills', introduction: 'How to read it.' };
const report = (rest: Partial<ReportParts> = {}): string =>
  writeReport({ sections: [{ section, result: result() }], judgedLinks: [], topSkills: [], ...rest });

describe('the report', () => {
  it('says of each figure its set, split, count, exposure and interval', () => {
    expect(report()).toContain(
      '| HOUSE | validation | 61 sentences | **Skillgap, fast** | **in-sample**: trained on | .655 (.600–.700) |',
    );
    expect(report()).toContain('| HOUSE | validation | 61 sentences | random order | baseline | .655 (.600–.700) |');
    expect(report()).toContain('Measured with minilm, esco 1.1.1, linker abc (version 6).');
  });

  it('gives every measure a column, and a dash to rows that lack it', () => {
    const rows = [row(), row({ measures: [{ name: 'AUC', value: null, interval: null }] })];
    const text = report({ sections: [{ section, result: result({ rows }) }] });
    expect(text).toContain('| seen in training | MRR | AUC |');
    expect(text).toContain('| .655 (.600–.700) | – |');
    expect(text).toContain('| – | – |');
  });

  it('says plainly what was not measured or is not committed', () => {
    const text = report({ sections: [{ section, result: undefined }] });
    expect(text).toContain('Not measured yet: `npm run eval -- --only linking`.');
    expect(text).toContain('No sample of judged links is committed');
    expect(text).toContain('No judged list is committed');
  });

  it('warns when its sections were measured with different linkers, and only then', () => {
    const other = { section, result: result({ linker: { id: 'def', version: 7 } }) };
    expect(report({ sections: [{ section, result: result() }, other] })).toContain('2 different linkers');
    expect(
      report({
        sections: [
          { section, result: result() },
          { section, result: result() },
        ],
      }),
    ).not.toContain('different linkers');
  });

  it('keeps speeds apart and shows the diagram where there is one', () => {
    const speeds = [{ what: 'linking, fast', perSecond: 187.4, unit: 'sentences' }];
    const reliability = [{ title: 'links', bins: [] }];
    const text = report({ sections: [{ section, result: result({ speeds, reliability }) }] });
    expect(text).toContain('| linking, fast | 190 | sentences |');
    expect(text).toContain('](reliability-linking.svg)');
    expect(report()).not.toContain('](reliability-linking.svg)');
  });

  it('shows judged links and lists with their shares', () => {
    const judged = { postingId: 'b:1', start: 0, end: 4, isBoilerplate: false, linkerVersion: 6, source: 'board' };
    const text = report({
      judgedLinks: [
        { ...judged, skillId: 'u:1', verdict: 'right' },
        { ...judged, skillId: 'u:2', verdict: 'wrong' },
      ],
      topSkills: [
        {
          source: 'board',
          postings: 50,
          linkerVersion: 6,
          skills: [
            { skillId: 'u:1', label: 'weld | steel', expectedPostings: 20.25, verdict: 'ok' },
            { skillId: 'u:2', label: 'sing', expectedPostings: 3, verdict: 'artefact' },
          ],
        },
      ],
    });
    expect(text).toContain('| board | 6 | 1 | 1 of 2: .50 (.12–.88) | 1 of 2: .50 (.12–.88) | 0 of 2: .00 (.00–.57) |');
    expect(text).toContain('50 postings, linker version 6. Artefacts: 1 of 2: .50 (.12–.88).');
    expect(text).toContain('| 1 | weld \\| steel | 20.3 | ok |');
    expect(text).toContain('| 2 | sing | 3 | **artefact** |');
  });
});

it('a table keeps a bar or a line end within its cell, and numbers to the right', () => {
  expect(markdownTable([{ title: 'a' }, { title: 'n', isNumber: true }], [['x|y\nz', '1'], ['only']])).toBe(
    '| a | n |\n| --- | ---: |\n| x\\|y z | 1 |\n| only |  |',
  );
});

it('numbers are written without the zero before the point, as far as they can be trusted', () => {
  expect(showMeasure({ name: 'AUC', value: 1, interval: [0.9996, 1] })).toBe('1.000 (1.000–1.000)');
  expect(showMeasure({ name: 'AUC', value: 0.05, interval: null })).toBe('.050');
  expect(showMeasure({ name: 'AUC', value: 0, interval: null })).toBe('.000');
  expect(showMeasure(undefined)).toBe('–');
  expect(showSpeed(12_345)).toBe('12,000');
  expect(showSpeed(4.56)).toBe('4.6');
});

describe('the diagram', () => {
  const bin = {
    low: 0.8,
    high: 0.9,
    count: 7,
    meanConfidence: 0.85,
    rightShare: 0.5,
    interval: [0.2, 0.8] as [number, number],
  };

  it('draws a bar as high as the share that is right, with its count', () => {
    const svg = drawReliability([{ title: 'links <all> & more', bins: [bin] }]);
    // The plot is 320 high from y = 56: half of it stands at 216.
    expect(svg).toContain('y="216.0" width="30.0" height="160.0"');
    expect(svg).toMatch(/<text [^>]*>7<\/text>/);
    expect(svg).toContain('n = 7;');
    expect(svg).toContain('links &lt;all&gt; &amp; more');
  });

  it('puts panels side by side', () => {
    const panels = [
      { title: 'one', bins: [bin] },
      { title: 'two', bins: [] },
    ];
    expect(drawReliability(panels)).toContain('viewBox="0 0 840 430"');
    expect(drawReliability(panels)).toContain('<g transform="translate(420 0)">');
  });
});

describe('results on disk', () => {
  it('come back as they went, to four digits', async () => {
    const rows = [row({ measures: [{ name: 'MRR', value: 0.123456, interval: [0.1, 0.2] }] })];
    await writeSectionResult(path.join(folder, 'evaluation'), result({ rows }));
    const back = await readSectionResult(path.join(folder, 'evaluation'), 'linking');
    expect(back).toEqual(result({ rows: [row({ measures: [{ name: 'MRR', value: 0.1235, interval: [0.1, 0.2] }] })] }));
    expect(await readFile(path.join(folder, 'evaluation/linking.json'), 'utf8')).toMatch(/\}\n$/);
  });

  it('are undefined when never written, and refused when they do not fit', async () => {
    expect(await readSectionResult(path.join(folder, 'evaluation'), 'ranking')).toBeUndefined();
    await write('broken/linking.json', '{"section": "linking"');
    await write('broken/ranking.json', JSON.stringify({ ...result(), rows: [{ ...row(), n: 0 }] }));
    for (const [name, message] of [
      ['linking', /linking\.json, .*npm run eval -- --only linking/],
      ['ranking', /ranking\.json, field rows\.0\.n: /],
    ] as const) {
      await expect(readSectionResult(path.join(folder, 'broken'), name)).rejects.toThrow(message);
    }
  });
});

describe('rows', () => {
  const summary = (mrr: number) => ({ mrr, intervals: { mrr: [0, 1] as [number, number] } });

  it('hold the product first and each baseline under its name', () => {
    const { set: name, split, n, unit } = row();
    const set = { set: name, split, n, unit };
    const rows = qualityRows(
      set,
      { system: 'Skillgap', exposure: 'not seen' },
      { ...summary(0.5), baselines: { bm25: summary(0.25) } },
      { mrr: 'MRR' },
      { bm25: 'BM25' },
    );
    expect(rows.map(({ system, exposure, measures }) => [system, exposure, measures[0]?.value])).toEqual([
      ['Skillgap', 'not seen', 0.5],
      ['BM25', 'baseline', 0.25],
    ]);
  });

  it('that repeat a baseline of the same set are left out', () => {
    const rows = [row(), row({ system: 'BM25' }), row({ system: 'BM25' }), row({ system: 'BM25', set: 'TECH' })];
    expect(withoutRepeats(rows)).toEqual([rows[0], rows[1], rows[3]]);
  });
});

describe('the command line', () => {
  const names = ['linking', 'ranking'];

  it('measures all sections, or those that are named', () => {
    expect(readEvalOptions([], names)).toEqual({ seed: '1', only: names, sample: undefined, to: undefined });
    expect(readEvalOptions(['--only', 'ranking', '--sample', '20', '--home', 'x'], names)).toMatchObject({
      only: ['ranking'],
      sample: 20,
      home: 'x',
    });
    expect(readEvalOptions(['--only', 'judged'], names).only).toEqual([]);
  });

  it.each([
    [['--only', 'everything'], /--only "everything" is no section; give one of linking, ranking, judged/],
    [['--sample', '0'], /--sample "0" must be a whole number/],
    [['--seed', 'x'], /--seed "x" must be a whole number/],
    [['--fast'], /Unknown option '--fast'; use npm run eval/],
    [['linking'], /Unexpected argument 'linking'/],
  ])('refuses %j in one sentence', (args, message) => {
    expect(() => readEvalOptions(args, names)).toThrow(message);
  });
});

describe('what people judged', () => {
  it('is empty without the folder', async () => {
    expect(await readJudgements(path.join(folder, 'nowhere'))).toEqual({ judgedLinks: [], topSkills: [] });
  });

  it('is read from all its files, and a stray file is named', async () => {
    const link = {
      source: 'b',
      postingId: 'b:1',
      start: 0,
      end: 4,
      skillId: 'u:1',
      verdict: 'right',
      isBoilerplate: true,
      linkerVersion: 6,
    };
    const skills = [{ skillId: 'u:1', label: 'weld', expectedPostings: 2, verdict: 'ok' }];
    await write('judged/links-1.jsonl', `${JSON.stringify(link)}\n`);
    await write('judged/links-2.jsonl', `${JSON.stringify({ ...link, start: 1 })}\n`);
    await write('judged/top-skills-b.json', JSON.stringify({ source: 'b', postings: 3, linkerVersion: 6, skills }));
    await write('judged/README.md', 'How they were judged.');
    const { judgedLinks, topSkills } = await readJudgements(path.join(folder, 'judged'));
    expect(judgedLinks.map(({ start }) => start)).toEqual([0, 1]);
    expect(topSkills.map(({ source }) => source)).toEqual(['b']);
    await write('judged/top-skill.json', '{}');
    await expect(readJudgements(path.join(folder, 'judged'))).rejects.toThrow(/top-skill\.json is neither/);
  });
});
