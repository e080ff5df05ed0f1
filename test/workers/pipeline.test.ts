/** The whole pipeline on an embedded store; only reading texts is done by small stand-ins that count their calls. */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RawPosting } from '../../services/domain/posting.ts';
import { InvalidInputError, TransientError } from '../../services/errors.ts';
import { createInlineQueue } from '../../services/queue/inline-queue.ts';
import type { Job } from '../../services/queue/jobs.ts';
import { openPglite } from '../../services/store/pglite-driver.ts';
import { openPostgresStore } from '../../services/store/postgres-store.ts';
import type { SqlDriver } from '../../services/store/sql-driver.ts';
import type { Store } from '../../services/store/store.ts';
import { buildHandlers, type PipelineDeps } from '../../workers/pipeline.ts';
import { buildCoverage, buildCredential } from '../builders.ts';
import { temporaryFolder } from '../services/files/temporary-folder.ts';
import { buildLinked, buildPosting, buildRaw, hashOf, LINKER, NOW } from '../services/store/store-fixture.ts';

const { folder } = temporaryFolder();
let driver: SqlDriver;
let store: Store;
let rebuilt = 0;
let linked: string[] = [];

beforeAll(async () => {
  driver = await openPglite(path.join(folder, 'store'));
  store = await openPostgresStore(driver);
});
afterAll(() => store.close());
beforeEach(async () => {
  await driver.execute('truncate raw_posting, credential, linker cascade');
  await store.saveLinker(LINKER);
  rebuilt = 0;
  linked = [];
});

function deps(given: Partial<PipelineDeps> = {}): PipelineDeps {
  return {
    postings: store.postings,
    credentials: store.credentials,
    normaliserVersion: 1,
    normalisePosting: (raw: RawPosting) => {
      if (raw.payload['title'] === '') throw new InvalidInputError(`Posting ${raw.id}: it has no title.`);
      return buildPosting(raw.id, { contentHash: raw.contentHash });
    },
    findDuplicates: () => Promise.resolve([]),
    linkerId: () => Promise.resolve(LINKER.id),
    linkPostings: (postings) => {
      linked.push(...postings.map(({ id }) => id));
      return Promise.resolve(postings.map(({ id }) => buildLinked(id, { python: 0.9 })));
    },
    coverSkills: (credentials) => Promise.resolve(credentials.map(({ id }) => [buildCoverage(id, 'python', 0.8)])),
    rebuildIndexes: () => {
      rebuilt += 1;
      return Promise.resolve();
    },
    collectPage: () => Promise.reject(new Error('The test collects nothing.')),
    ...given,
  };
}

async function run(start: Job, given: Partial<PipelineDeps> = {}): Promise<string[]> {
  const done: string[] = [];
  const queue = createInlineQueue(buildHandlers(deps(given)), { onDone: ({ name }) => done.push(name), retries: 0 });
  await queue.add([start]);
  await queue.untilIdle(new AbortController().signal);
  await queue.close();
  return done;
}

const NORMALISE: Job = { name: 'normalise-postings', payload: {} };
const rawPostings = (count: number) =>
  Array.from({ length: count }, (_, at) => buildRaw(`p${String(at).padStart(4, '0')}`));

describe('the pipeline', () => {
  it('links everything once, and its last linking job has the index rebuilt', async () => {
    await store.postings.saveRaw(rawPostings(200));
    await store.credentials.save([{ ...buildCredential('c'), contentHash: hashOf('a') }], NOW);
    expect(await run(NORMALISE)).toEqual([
      'normalise-postings',
      'find-duplicates',
      'plan-linking',
      'link-postings',
      'link-postings',
      'link-postings',
      'link-credentials',
      'rebuild-index',
    ]);
    expect(rebuilt).toBe(1);
    expect(await store.postings.counts()).toMatchObject({ postings: 200, linked: 200, links: 200 });
    expect(await store.credentials.counts()).toEqual({ credentials: 1, linked: 1, coverages: 1 });
  });

  it('changes nothing and links nothing when run again', async () => {
    await store.postings.saveRaw(rawPostings(3));
    await run(NORMALISE);
    const before = await store.postings.counts();
    linked = [];
    expect(await run(NORMALISE)).toEqual(['normalise-postings', 'find-duplicates', 'plan-linking', 'rebuild-index']);
    expect(linked).toEqual([]);
    expect(await store.postings.counts()).toEqual(before);
  });

  it('links a changed posting again and leaves the others alone', async () => {
    await store.postings.saveRaw(rawPostings(3));
    await run(NORMALISE);
    linked = [];
    await store.postings.saveRaw([buildRaw('p0001', { contentHash: hashOf('b') })]);
    await run(NORMALISE);
    expect(linked).toEqual(['p0001']);
  });

  it('normalises in pages of 500', async () => {
    await store.postings.saveRaw(rawPostings(501));
    const done = await run({ name: 'normalise-postings', payload: { limit: 1 } });
    expect(done.filter((name) => name === 'normalise-postings')).toHaveLength(2);
    expect((await store.postings.counts()).postings).toBe(501);
  });

  it('sets an unreadable posting aside with the reason, and goes on', async () => {
    await store.postings.saveRaw([buildRaw('bad', { payload: { title: '' } }), buildRaw('good')]);
    await run(NORMALISE);
    expect(await store.postings.counts()).toMatchObject({ raw: 2, rejected: 1, postings: 1, linked: 1 });
    const rows = await driver.query('select rejected_because as because from raw_posting where id = $1', ['bad']);
    expect(rows).toEqual([{ because: 'Posting bad: it has no title.' }]);
  });

  it('does not set a posting aside for a fault that is not its own', async () => {
    await store.postings.saveRaw(rawPostings(1));
    const broken = () => {
      throw new TransientError('The disk is busy.');
    };
    await expect(run(NORMALISE, { normalisePosting: broken })).rejects.toThrow('busy');
    expect(await store.postings.counts()).toMatchObject({ rejected: 0, postings: 0 });
  });

  it('does not link duplicates', async () => {
    await store.postings.saveRaw(rawPostings(2));
    const findDuplicates = () =>
      Promise.resolve([{ duplicateId: 'p0001', originalId: 'p0000', kind: 'exact' as const }]);
    await run(NORMALISE, { findDuplicates });
    expect(linked).toEqual(['p0000']);
  });

  it('links no more postings than asked for, and leaves the rest pending', async () => {
    await store.postings.saveRaw(rawPostings(20));
    await run({ name: 'normalise-postings', payload: { limit: 17 } });
    expect(linked).toHaveLength(17);
    expect(await store.postings.pendingLinks(LINKER.id)).toHaveLength(3);
    expect(rebuilt).toBe(0);
  });

  it('collects page after page before it normalises', async () => {
    const cursors: (string | undefined)[] = [];
    const collectPage: PipelineDeps['collectPage'] = (sourceId, cursor) => {
      cursors.push(cursor);
      const postings = [buildRaw(`${sourceId}:${cursor ?? 'first'}`)];
      return Promise.resolve(cursor === undefined ? { postings, nextCursor: '2' } : { postings });
    };
    const done = await run({ name: 'collect-postings', payload: { sourceId: 's' } }, { collectPage });
    expect(done.slice(0, 3)).toEqual(['collect-postings', 'collect-postings', 'normalise-postings']);
    expect(cursors).toEqual([undefined, '2']);
    expect(linked).toEqual(['s:2', 's:first']);
  });

  it('keeps nothing of a page of postings whose linking fails', async () => {
    await store.postings.saveRaw(rawPostings(2));
    const linkPostings = () => Promise.reject(new TransientError('The model is not there.'));
    await expect(run(NORMALISE, { linkPostings })).rejects.toThrow('not there');
    expect(await store.postings.pendingLinks(LINKER.id)).toHaveLength(2);
    expect(rebuilt).toBe(0);
  });
});
