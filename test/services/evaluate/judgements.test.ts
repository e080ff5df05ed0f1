import { describe, expect, it } from 'vitest';
import { readJudgedLinks } from '../../../services/evaluate/read-judged-links.ts';
import { readTopSkills } from '../../../services/evaluate/read-top-skills.ts';
import { summariseJudgements } from '../../../services/evaluate/summarise-judgements.ts';
import { wilsonInterval } from '../../../services/evaluate/wilson-interval.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { jsonLines } from './word-vectors.ts';

const { write } = temporaryFolder();
const link = (rest: Record<string, unknown> = {}) => ({
  source: 'board',
  postingId: 'board:1',
  start: 0,
  end: 9,
  skillId: 'u:weld',
  verdict: 'right',
  isBoilerplate: false,
  linkerVersion: 6,
  ...rest,
});
const judged = async (...lines: unknown[]) =>
  readJudgedLinks([await write(`links-${Math.random()}.jsonl`, jsonLines(lines))]);

describe('a judged link', () => {
  it('is read as it was written', async () => {
    expect(await judged(link())).toEqual([link()]);
    expect(await readJudgedLinks([])).toEqual([]);
  });

  it.each([
    ['a verdict that is none', { verdict: 'maybe' }, /line 2: "verdict" is wrong/],
    ['an end that is not after its start', { start: 9 }, /line 2: "end" is wrong \(must be larger than "start"\)/],
    ['a place before the text', { start: -1 }, /line 2: "start" is wrong/],
    ['yes or no in words', { isBoilerplate: 'no' }, /line 2: "isBoilerplate" is wrong/],
    ['no version of the linker', { linkerVersion: undefined }, /line 2: "linkerVersion" is wrong/],
    ['text of the posting', { quote: 'weld steel' }, /line 2: the record is wrong \(Unrecognized key: "quote"\)/],
  ])('is refused with %s', async (_what, wrong, message) => {
    await expect(judged(link(), link({ postingId: 'board:2', ...wrong }))).rejects.toThrow(message);
  });

  it('is refused when it was judged before, in whatever file', async () => {
    const first = await write('first.jsonl', jsonLines([link()]));
    const second = await write('second.jsonl', jsonLines([link({ linkerVersion: 7 }), link({ verdict: 'wrong' })]));
    await expect(readJudgedLinks([first, second])).rejects.toThrow(/second\.jsonl, line 2: .*first\.jsonl, line 1/);
  });
});

describe('the summary', () => {
  it('counts verdicts and boilerplate, by source and together', () => {
    const rows = summariseJudgements([
      { ...link(), verdict: 'right' },
      { ...link(), skillId: 'u:sing', verdict: 'inappropriate', isBoilerplate: true },
      { ...link(), source: 'agency', postingId: 'agency:1', verdict: 'wrong' },
    ]);
    expect(rows.map(({ source, postings }) => [source, postings])).toEqual([
      [null, 2],
      ['agency', 1],
      ['board', 1],
    ]);
    expect(rows[0]).toMatchObject({
      verdicts: {
        right: { count: 1, total: 3, share: 1 / 3, interval: wilsonInterval(1, 3) },
        wrong: { count: 1 },
        inappropriate: { count: 1 },
      },
      inBoilerplate: { count: 1, total: 3 },
    });
    expect(rows[2]).toMatchObject({ verdicts: { right: { count: 1, total: 2 } }, inBoilerplate: { count: 1 } });
  });

  it('never adds up two versions of the linker', () => {
    const rows = summariseJudgements([
      { ...link(), verdict: 'right' },
      { ...link(), verdict: 'wrong', linkerVersion: 10 },
    ]);
    expect(rows.map(({ linkerVersion, verdicts }) => [linkerVersion, verdicts.right.count])).toEqual([
      [10, 0],
      [6, 1],
    ]);
  });
});

describe('a judged list of skills', () => {
  const skill = (id: string, expectedPostings: number, verdict = 'ok') => ({
    skillId: id,
    label: id,
    expectedPostings,
    verdict,
  });
  const list = (skills: unknown[], rest = {}) => ({ source: 'board', postings: 50, linkerVersion: 6, skills, ...rest });
  const read = async (content: unknown) =>
    readTopSkills(await write(`top-skills-${Math.random()}.json`, JSON.stringify(content, null, 2)));

  it('is read as it was written', async () => {
    const right = list([skill('weld', 20.5), skill('sing', 20.5, 'artefact'), skill('paint', 3)]);
    expect(await read(right)).toEqual(right);
  });

  it.each([
    ['a verdict that is none', list([skill('weld', 2, 'fine')]), /"skills\.0\.verdict" is wrong/],
    ['a skill twice', list([skill('weld', 2), skill('weld', 1)]), /"skills\.1\.skillId" is wrong \(stands twice/],
    ['the less demanded first', list([skill('weld', 2), skill('sing', 3)]), /"skills\.1\.expectedPostings" is wrong/],
    ['more than all postings', list([skill('weld', 51)]), /"skills\.0\.expectedPostings" is wrong/],
    ['no skills', list([]), /"skills" is wrong/],
    ['more than 40', list(Array.from({ length: 41 }, (_, at) => skill(`s${at}`, 1))), /"skills" is wrong/],
    ['fields of its own', list([skill('weld', 2)], { quote: 'x' }), /Unrecognized key: "quote"/],
  ])('is refused with %s', async (_what, wrong, message) => {
    await expect(read(wrong)).rejects.toThrow(message);
  });

  it('is one in a file', async () => {
    await expect(read([list([skill('weld', 2)]), list([skill('weld', 2)])])).rejects.toThrow(/holds 2 lists/);
  });
});
