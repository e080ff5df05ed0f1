import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badInputs } from './bad-input-cases.ts';
import { writeBadFiles } from './bad-input-files.ts';
import { runCli, runCliWell, TEST_PARAMETERS, type CliRun } from './run-cli.ts';
import { dumpStore } from './store-dump.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'skillgap-bad-input-'));
const at = (name: string) => path.join(folder, name);
const cases = badInputs(at, at('empty-home'));
/** One process at a time may open a home: as many homes as processors of the smallest machine. */
const homes = [at('home-a'), at('home-b')];

const TAXONOMY = `id,label,altLabels,description,type,broader,iscoCode,essentialSkills
sql,SQL,structured query language,Asks databases.,skill,,,
weld,weld metal,welding,Joins metal.,skill,,,
analyst,data analyst,,Analyses data.,occupation,,2511,sql
`;

describe('the command line given something wrong', () => {
  const runs = new Map<string, CliRun>();
  const before: Record<string, string[]>[] = [];
  const after: Record<string, string[]>[] = [];

  beforeAll(async () => {
    await writeBadFiles(folder);
    await fillHome(homes[0]!);
    cpSync(homes[0]!, homes[1]!, { recursive: true });
    for (const home of homes) before.push(await dumpStore(home));
    const waiting = [...cases];
    await Promise.all(
      homes.map(async (filledHome) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const { name, args, environment = {}, home = filledHome } = next;
          runs.set(name, await runCli(args, { home, environment, preload: [TEST_PARAMETERS] }));
        }
      }),
    );
    for (const home of homes) after.push(await dumpStore(home));
  }, 600_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(cases)('refuses $name in one sentence', ({ name, exitCode, says }) => {
    const run = runs.get(name)!;
    const sentences = run.stderr.trim().split('\n');
    expect(sentences, run.stderr).toHaveLength(1);
    for (const pattern of says) expect(sentences[0]).toMatch(pattern);
    expect(sentences[0]).toMatch(/^skillgap: .*[.?)]$/);
    expect(run).toMatchObject({ exitCode, stdout: '' });
  });

  it('leaves every row of the store as it was', () => {
    expect(after).toEqual(before);
    expect(before[0]!['raw_posting']).toHaveLength(2);
  });

  it('prints no password', () => {
    for (const run of runs.values()) expect(run.stderr).not.toContain('secret');
  });
});

/** A small taxonomy, and postings of an employer, normalised so that employers can be asked for. */
async function fillHome(home: string): Promise<void> {
  writeFileSync(at('own.csv'), TAXONOMY);
  const postings = ['SQL every day.', 'Weld metal.'].map((description, number) =>
    JSON.stringify({ id: String(number), title: 'Data analyst', employer: 'Tallymoor', country: 'IE', description }),
  );
  writeFileSync(at('good.jsonl'), postings.join('\n'));
  const options = { home, preload: [TEST_PARAMETERS] };
  await runCliWell(['import', 'taxonomy', '--format', 'csv', at('own.csv')], options);
  await runCliWell(['import', 'postings', at('good.jsonl')], options);
  await runCliWell(['link', '--model', 'hashing'], options);
}
