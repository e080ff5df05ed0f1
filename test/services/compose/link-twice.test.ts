import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runLink } from '../../../services/cli/link.ts';
import { composeSystem } from '../../../services/compose.ts';
import { readConfig } from '../../../services/config.ts';
import { loadSamplePack } from '../../../services/imports/load-sample-pack.ts';
import { dumpStore } from '../../cli/store-dump.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { NOW } from '../../small-market.ts';

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** What linking writes, each row as JSON. */
async function linkAnew(): Promise<Record<string, string[]>> {
  const home = mkdtempSync(path.join(tmpdir(), 'link-twice-'));
  homes.push(home);
  const system = await composeSystem({ ...readConfig({ home }, {}), modelFolder });
  try {
    await loadSamplePack(system.store, NOW);
    await runLink(system);
  } finally {
    await system.close();
  }
  return dumpStore(home, ['applied_at', 'imported_at', 'received_at', 'linked_at', 'created_at']);
}

it('writes the same links, byte for byte, in two homes', async () => {
  const [first, second] = [await linkAnew(), await linkAnew()];
  expect(Object.values(first).flat().length).toBeGreaterThan(1000);
  expect(second).toEqual(first);
}, 240_000);
