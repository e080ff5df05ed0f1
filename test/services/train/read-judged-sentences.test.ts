import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPostingFile } from '../../../services/collect/read-posting-file.ts';
import { readJudgedSentences } from '../../../services/train/read-judged-sentences.ts';

const DESCRIPTION = 'You will bake bread every morning. You will weld steel in the afternoon.';

let datasets: string;
let postingId: string;

beforeEach(async () => {
  datasets = mkdtempSync(path.join(tmpdir(), 'judged-'));
  const folder = path.join(datasets, 'postings', 'bakery');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'postings.jsonl.gz');
  const posting = { id: '1', title: 'Baker', description: DESCRIPTION, company: 'Crumb' };
  writeFileSync(file, gzipSync(`${JSON.stringify(posting)}\n`));
  for await (const { rawPosting } of readPostingFile({ file, format: 'auto' })) postingId = rawPosting?.id ?? '';
});

afterEach(() => {
  rmSync(datasets, { recursive: true });
});

async function read(...links: object[]) {
  const file = path.join(datasets, 'links.jsonl');
  const usual = { source: 'bakery', postingId, skillId: 'weld', isBoilerplate: false, linkerVersion: 1 };
  writeFileSync(file, links.map((link) => `${JSON.stringify({ ...usual, ...link })}\n`).join(''));
  return readJudgedSentences(datasets, [file]);
}

describe('judged links', () => {
  it('find their sentence again in the posting, and only "right" is right', async () => {
    const start = DESCRIPTION.indexOf('weld');
    const text = 'You will weld steel in the afternoon.';
    expect(
      await read(
        { start, end: start + 10, verdict: 'right' },
        { start, end: start + 4, verdict: 'wrong' },
        { start: start + 5, end: start + 10, verdict: 'inappropriate' },
      ),
    ).toEqual([true, false, false].map((isRight) => ({ text, skillId: 'weld', isRight, postingId })));
  });

  it('are passed over when the posting or the sentence is gone', async () => {
    const place = { start: 0, end: 4, verdict: 'right' };
    expect(await read({ ...place, postingId: 'other' }, { ...place, start: 5000, end: 5004 })).toEqual([]);
  });
});
