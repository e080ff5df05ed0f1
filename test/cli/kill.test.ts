import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillWithSmallMarket, NOW } from '../small-market.ts';
import { runCli, runCliWell, TEST_PARAMETERS, type CliRun } from './run-cli.ts';
import { dumpStore } from './store-dump.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'skillgap-kill-'));
const at = (name: string) => path.join(folder, name);
const PRELOAD = new URL('./kill-at-statement.ts', import.meta.url).href;

/** Runs to the end; how many statements it took. */
async function countStatements(args: readonly string[], home: string): Promise<number> {
  await runCliWell(args, {
    home,
    preload: [TEST_PARAMETERS, `${PRELOAD}?count=${encodeURIComponent(path.join(home, 'statements'))}`],
  });
  return Number(readFileSync(path.join(home, 'statements'), 'utf8'));
}

async function killAt(statement: number, args: readonly string[], home: string): Promise<CliRun> {
  return runCli(args, { home, preload: [TEST_PARAMETERS, `${PRELOAD}?kill=${statement}`] });
}

const KILLED = { signal: 'SIGKILL', exitCode: null, stdout: '' };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// Both at once: each has homes of its own, and the smallest machine two processors.
describe.concurrent('an import of postings killed at any moment', () => {
  const POSTINGS = 4000;
  const importing = ['import', 'postings', at('many.jsonl'), '--now', NOW];
  const [undisturbed, disturbed] = [at('import-undisturbed'), at('import-killed')];

  async function prepare(): Promise<{ acknowledged: Record<string, string[]>; statements: number }> {
    writeFileSync(at('few.jsonl'), somePostings('few', 30));
    writeFileSync(at('many.jsonl'), somePostings('many', POSTINGS));
    await runCliWell(['import', 'postings', at('few.jsonl'), '--now', NOW], { home: undisturbed });
    cpSync(undisturbed, disturbed, { recursive: true });
    const acknowledged = await dumpStore(disturbed);
    return { acknowledged, statements: await countStatements(importing, undisturbed) };
  }

  it('leaves what was acknowledged before and nothing of itself, and ends like one undisturbed when run again', async () => {
    const { acknowledged, statements } = await prepare();
    // Two statements a page of 500, then the end: the first page is written, half of them, all of them but not committed.
    for (const statement of [statements - 12, statements - 6, statements]) {
      expect(await killAt(statement, importing, disturbed)).toMatchObject(KILLED);
      expect(await dumpStore(disturbed)).toEqual(acknowledged);
    }
    const report = await runCliWell([...importing, '--json'], { home: disturbed });
    expect(JSON.parse(report.stdout)).toMatchObject({ read: POSTINGS, added: POSTINGS, unchanged: 0, rejected: [] });
    const dump = await dumpStore(disturbed);
    expect(dump['raw_posting']).toHaveLength(30 + POSTINGS);
    expect(dump).toEqual(await dumpStore(undisturbed));
  }, 300_000);
});

describe.concurrent('linking killed at any moment', () => {
  const linking = ['link', '--model', 'hashing'];
  const [undisturbed, disturbed] = [at('link-undisturbed'), at('link-killed')];

  it('goes on where it was, loses no page it had linked, and ends with the very rows of an undisturbed run', async () => {
    await fillWithSmallMarket(undisturbed);
    cpSync(undisturbed, disturbed, { recursive: true });
    const statements = await countStatements(linking, undisturbed);
    let linked = 0;
    for (const share of [0.25, 0.35, 0.35]) {
      expect(await killAt(Math.round(share * statements), linking, disturbed)).toMatchObject(KILLED);
      const after = await dumpStore(disturbed);
      const nowLinked = [...(after['posting'] ?? []), ...(after['credential'] ?? [])].filter(isLinked).length;
      expect(nowLinked).toBeGreaterThanOrEqual(linked);
      linked = nowLinked;
    }
    expect(linked).toBeGreaterThan(0);
    await runCliWell(linking, { home: disturbed, preload: [TEST_PARAMETERS] });
    const dump = await dumpStore(disturbed);
    expect(dump['skill_link']!.length).toBeGreaterThan(50);
    expect(dump['skill_coverage']!.length).toBeGreaterThan(10);
    expect(dump).toEqual(await dumpStore(undisturbed));
  }, 300_000);
});

function isLinked(row: string): boolean {
  return (JSON.parse(row) as { linker_id: string | null }).linker_id !== null;
}

function somePostings(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, number) =>
    JSON.stringify({
      id: `${prefix}-${number}`,
      title: `Fitter ${number % 50}`,
      employer: `Works ${number % 7}`,
      description: `Shift ${number}. You can weld metal and read drawings. ${'Every day is another one. '.repeat(20)}`,
    }),
  ).join('\n');
}
