/**
 * `npm run bench -- api-fuzz [REQUESTS]`: requests drawn from the schemas of all routes, valid, wrong and broken ones, against the
 * server over the sample pack. No reply may be a fault of ours (5xx), and the server has to answer the last request as the first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describedEndpoints } from '../../services/api/api-endpoints.ts';
import { createApp } from '../../services/api/app.ts';
import { startServer } from '../../services/api/server.ts';
import { apiDeps } from '../../services/cli/api-deps.ts';
import { runLink } from '../../services/cli/link.ts';
import { composeSystem } from '../../services/compose.ts';
import { readConfig } from '../../services/config.ts';
import { loadSamplePack } from '../../services/imports/load-sample-pack.ts';
import { anyRequest } from './arbitrary-requests.ts';
import { fuzz } from './fuzz.ts';
import { knownValues } from './known-values.ts';

const REQUESTS = 20_000;
const NOW = '2026-11-01T00:00:00.000Z';

export async function benchApiFuzz(args: readonly string[]): Promise<void> {
  const requests = Number(args[0] ?? REQUESTS);
  const home = mkdtempSync(path.join(tmpdir(), 'skillgap-fuzz-'));
  const system = await composeSystem(readConfig({ home }, {}));
  try {
    await loadSamplePack(system.store, NOW);
    await runLink(system);
    const deps = apiDeps(system, () => new Date(NOW));
    const server = await startServer(createApp(deps), '127.0.0.1', 0, false);
    const known = await knownValues(server.url);
    const arbitrary = fc.oneof(...describedEndpoints().map((endpoint) => anyRequest(endpoint, known)));
    const seed = Number(args[1] ?? 1);
    const began = performance.now();
    const drawn = fc.sample(arbitrary, { numRuns: requests, seed });
    const { byStatus, faults } = await fuzz(server.url, drawn, (done) => {
      if (done % 1000 === 0) process.stderr.write(`${done} of ${requests} requests\n`);
    });
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(
      `${JSON.stringify({ requests, seed, seconds: Math.round(seconds), byStatus, faults: faults.length })}\n`,
    );
    for (const fault of faults.slice(0, 20)) process.stdout.write(`${JSON.stringify(fault).slice(0, 1500)}\n`);
    await Promise.all([deps.jobs.close(), server.close()]);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await system.close();
    rmSync(home, { recursive: true, force: true });
  }
}
