/** A small run of `npm run bench -- api-fuzz`, with the small market; every run draws other requests and names its seed. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anyRequest } from '../../../bench/api/arbitrary-requests.ts';
import { fuzz } from '../../../bench/api/fuzz.ts';
import { knownValues } from '../../../bench/api/known-values.ts';
import { describedEndpoints } from '../../../services/api/api-endpoints.ts';
import { openLinkedMarket, startMarketApi, type LinkedMarket, type RunningApi } from './api-fixture.ts';

// Nothing here depends on what was trained last.
vi.mock(import('../../../models/read-parameters.ts'), async () => {
  const { handWrittenParameters } = await import('../../cli/hand-written-parameters.ts');
  return { readParameters: handWrittenParameters };
});

let market: LinkedMarket;
let api: RunningApi;
beforeAll(async () => {
  market = await openLinkedMarket();
  api = await startMarketApi(market);
});
afterAll(async () => {
  await api.close();
  await market.close();
});

it('answers whatever is sent without a fault of its own', async () => {
  const known = await knownValues(api.url);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const arbitrary = fc.oneof(...describedEndpoints().map((endpoint) => anyRequest(endpoint, known)));
  const { faults, byStatus } = await fuzz(api.url, fc.sample(arbitrary, { numRuns: 400, seed }));
  expect(faults, `seed ${seed}`).toEqual([]);
  expect(byStatus[200]).toBeGreaterThan(40);
  expect(byStatus[400]).toBeGreaterThan(40);
  // The last request is answered as the first.
  expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
});
