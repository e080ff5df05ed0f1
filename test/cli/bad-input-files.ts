/** The broken files the command line has to refuse, written once into a folder; names out, paths by `at`. */
import { mkdirSync, writeFileSync, createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { classification } from '../services/skills/esco-fixture.ts';
import { replaceBytes, zipOf } from '../services/files/write-zip.ts';

const posting = (id: string, rest: object = {}) =>
  JSON.stringify({ id, title: 'Data analyst', description: 'You need SQL.', ...rest });
const credential = (rest: object) => JSON.stringify({ id: 'c1', title: 'SQL', provider: 'A', ...rest });
const TAXONOMY_HEADER = 'id,label,altLabels,description,type,broader';

export async function writeBadFiles(folder: string): Promise<(name: string) => string> {
  const at = (name: string) => path.join(folder, name);
  const texts: Record<string, string | Buffer> = {
    'empty.jsonl': '',
    'empty.txt': ' ',
    'learner.txt': 'I bake bread.',
    'cut.jsonl.gz': gzipSync(`${posting('1')}\n`.repeat(5000)).subarray(0, 200),
    'columns.csv': 'colour,size\nred,4\n',
    'long.jsonl': `${posting('1')}\n${posting('2', { description: 'x'.repeat(10 * 1024 * 1024) })}\n`,
    'nul.jsonl': `${posting('1')}\n{"id":"2\0"}\n`,
    'utf16.jsonl': Buffer.from(`\ufeff${posting('1')}\n`, 'utf16le'),
    'latin1.jsonl': Buffer.from(`${posting('1')}\n{"title":"caf\u00e9"}\n`, 'latin1'),
    'line3.jsonl': `${posting('1')}\n${posting('2')}\n{"id": "3", "title": \n${posting('4')}\n`,
    'numbers.json': '[1, 2, 3]',
    'untitled.jsonl': `${posting('1', { title: ' ' })}\n`,
    'negative-price.jsonl': credential({ price: { amount: -5, currency: 'EUR' } }),
    'hours.jsonl': credential({ workloadHours: 'about a week' }),
    'untitled-credential.jsonl': credential({ title: '' }),
    'map.json': '{"salery": "pay"}',
    'twice.csv': `${TAXONOMY_HEADER}\na,A,,,skill,\na,B,,,skill,\n`,
    'broader.csv': `${TAXONOMY_HEADER}\na,A,,,skill,nobody\n`,
    'empty-resume.json': '  \n',
    'broken-resume.json': '{"work": [',
    'not-resume.json': '{"temperature": 4}',
    'untargeted.json': '{"skills": [{"name": "SQL"}]}',
    'negative-staff.csv': 'skill,headcount,proficiency\nSQL,-2,3\n',
    'uncounted-staff.csv': 'skill,headcount,proficiency\nSQL,,3\n',
    'masterly-staff.csv': 'skill,headcount,proficiency\nSQL,4,9\n',
    'gold.jsonl': '{"text": "You need SQL.", "skills": ["SQL"]}\n{"text": 7}\n',
    'corrections.jsonl': [
      '{"kind":"alias","skill":{"id":"own:sql","label":"SQL"},"words":"queries","place":null,"by":null,"at":"2026-11-01T00:00:00Z","why":null}',
      '{"kind":"perhaps"}',
    ].join('\n'),
    'collect.json': '{"sources": [{"kind": "carrier pigeon"}]}',
    'home-file': 'a file where a folder should be',
    'escape.zip': replaceBytes(
      await zipOf({ 'aa/skills_en.csv': classification['skills_en.csv'] ?? '' }),
      'aa/skills_en.csv',
      '../skills_en.csv'.slice(0, 16).padEnd(16, 'v'),
    ),
    'no-skills.zip': await zipOf({ 'occupations_en.csv': classification['occupations_en.csv'] ?? '' }),
  };
  mkdirSync(at('onet'), { recursive: true });
  writeFileSync(
    at('onet/Occupation Data.txt'),
    'O*NET-SOC Code\tTitle\tDescription\r\n99-1011.00\tTea Brewers\tBrew.\r\n',
  );
  for (const [name, content] of Object.entries(texts)) writeFileSync(at(name), content);
  await writeZipBomb(at('bomb.zip'));
  return at;
}

const BOMB_BYTES = 1024 ** 3;

/** One gigabyte of zeros in about a megabyte, under the name of a table that is wanted. */
async function writeZipBomb(file: string): Promise<void> {
  const block = Buffer.alloc(4 * 1024 * 1024);
  const zeros = Readable.from(Array.from({ length: BOMB_BYTES / block.length }, () => block));
  const archive = new ZipFile();
  archive.addReadStream(zeros, 'skills_en.csv', { compressionLevel: 6 });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
}
