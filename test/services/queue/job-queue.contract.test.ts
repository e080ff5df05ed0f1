/**
 * What every JobQueue promises, asked of both. Redis runs when REDIS_URL is set or one listens on 127.0.0.1:6379.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { InvalidInputError, RateLimitedError, TransientError } from '../../../services/errors.ts';
import { createInlineQueue } from '../../../services/queue/inline-queue.ts';
import type { Job, JobHandlers } from '../../../services/queue/jobs.ts';
import type { JobListener, JobQueue } from '../../../services/queue/queue.ts';
import { createRedisQueue, removeRedisQueues, startRedisWorkers } from '../../../services/queue/redis-queue.ts';
import { handlersWith } from './handlers.ts';
import { reachableRedisUrl } from './reachable-redis.ts';

interface Opened {
  queue: JobQueue;
  close(): Promise<void>;
}
type Open = (handlers: JobHandlers, onDone?: JobListener) => Promise<Opened>;

const redisUrl = await reachableRedisUrl();
/** One prefix for the run: two runs on one server do not see each other. */
const prefix = `skillgap-test-${randomUUID()}`;

const openInline: Open = (handlers, onDone) => {
  const queue = createInlineQueue(handlers, { wait: () => Promise.resolve(), ...(onDone ? { onDone } : {}) });
  return Promise.resolve({ queue, close: () => queue.close() });
};

const openRedis: Open = async (handlers, onDone) => {
  if (redisUrl === undefined) throw new Error('No Redis.');
  const options = { prefix, firstBackoffMs: 5 };
  const workers = await startRedisWorkers(redisUrl, handlers, options);
  const queue = await createRedisQueue(redisUrl, { ...options, ...(onDone ? { onDone } : {}) });
  return {
    queue,
    async close() {
      await queue.close();
      await workers.close();
      await removeRedisQueues(redisUrl, prefix);
    },
  };
};

afterAll(async () => {
  if (redisUrl !== undefined) await removeRedisQueues(redisUrl, prefix);
});

const queues: [string, Open][] = [['inline', openInline]];
if (redisUrl !== undefined) queues.push(['Redis', openRedis]);

if (redisUrl === undefined) {
  describe.skip('JobQueue contract: Redis', () => {
    it('SKIPPED, because REDIS_URL is not set and no Redis listens on 127.0.0.1:6379', () => undefined);
  });
}

describe.each(queues)('JobQueue contract: %s', (_name, open) => {
  let opened: Opened | undefined;
  const openQueue = async (given: Partial<JobHandlers>, onDone?: JobListener): Promise<JobQueue> => {
    opened = await open(handlersWith(given), onDone);
    return opened.queue;
  };
  const never = new AbortController().signal;

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  it('runs the jobs that follow, and those that follow them, before it is idle', async () => {
    const ran: string[] = [];
    const queue = await openQueue({
      'collect-postings': ({ sourceId, cursor }) => {
        ran.push(`collect ${cursor ?? 'first'}`);
        return Promise.resolve<Job[]>(
          cursor === undefined
            ? [{ name: 'collect-postings', payload: { sourceId, cursor: 'second' } }]
            : [{ name: 'normalise-postings', payload: {} }],
        );
      },
      'normalise-postings': () => {
        ran.push('normalise');
        return Promise.resolve<Job[]>([{ name: 'find-duplicates', payload: {} }]);
      },
      'find-duplicates': () => {
        ran.push('find duplicates');
        return Promise.resolve([]);
      },
    });
    await queue.add([{ name: 'collect-postings', payload: { sourceId: 'feed' } }]);
    await queue.untilIdle(never);
    expect(ran).toEqual(['collect first', 'collect second', 'normalise', 'find duplicates']);
  });

  it('carries payloads whole, ids with colons and other letters included', async () => {
    const payload = { postingIds: ['esco:http://x.eu/1', '12', 'übung/„æ“ 日本'] };
    const seen: unknown[] = [];
    const queue = await openQueue({
      'link-postings': (received) => {
        seen.push(received);
        return Promise.resolve([]);
      },
    });
    await queue.add([{ name: 'link-postings', payload }]);
    await queue.untilIdle(never);
    expect(seen).toEqual([payload]);
  });

  it('does not take a waiting job twice, whatever the order of its keys, but takes it again once it ran', async () => {
    const ran: string[] = [];
    let isOpen = false;
    const queue = await openQueue({
      'collect-postings': async ({ cursor = '' }) => {
        if (cursor === 'first') await vi.waitUntil(() => isOpen);
        else ran.push(cursor);
        return [];
      },
    });
    const collect = (cursor: string): Job => ({ name: 'collect-postings', payload: { sourceId: 'a', cursor } });
    const again: Job = { name: 'collect-postings', payload: { cursor: 'x', sourceId: 'a' } };
    // On Redis workers start at once: the first job holds theirs while the others wait.
    await queue.add([collect('first')]);
    await queue.add([collect('x'), again, collect('y')]);
    await queue.add([collect('x')]);
    isOpen = true;
    await queue.untilIdle(never);
    expect([...ran].sort()).toEqual(['x', 'y']);
    await queue.add([collect('x')]);
    await queue.untilIdle(never);
    expect([...ran].sort()).toEqual(['x', 'x', 'y']);
  });

  it('lets a job follow itself with the very same payload', async () => {
    let pagesLeft = 3;
    const queue = await openQueue({
      'normalise-postings': ({ limit }) => {
        pagesLeft -= 1;
        return Promise.resolve(
          pagesLeft === 0 ? [] : [{ name: 'normalise-postings', payload: limit === undefined ? {} : { limit } }],
        );
      },
    });
    await queue.add([{ name: 'normalise-postings', payload: { limit: 10 } }]);
    await queue.untilIdle(never);
    expect(pagesLeft).toBe(0);
  });

  it('tries a job again that failed in passing, five times in all', async () => {
    let runs = 0;
    const queue = await openQueue({
      'rebuild-index': () => {
        runs += 1;
        return runs < 5 ? Promise.reject(new TransientError('The line was busy.')) : Promise.resolve([]);
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await queue.untilIdle(never);
    expect(runs).toBe(5);
  });

  it('gives up after the fifth attempt with the error the job threw', async () => {
    let runs = 0;
    const queue = await openQueue({
      'rebuild-index': () => {
        runs += 1;
        return Promise.reject(new TransientError('The line was busy.'));
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    const failure: unknown = await queue.untilIdle(never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransientError);
    expect(failure).toHaveProperty('message', 'The line was busy.');
    expect(runs).toBe(5);
  });

  it.each([
    ['bad input', () => new InvalidInputError('Line 3 has no title.'), 'Line 3 has no title.'],
    [
      'what a schema refuses',
      () => z.object({ title: z.string() }).safeParse({}).error ?? new Error('parsed'),
      /^title is wrong: /,
    ],
  ])('does not try %s again', async (_what, makeError, message) => {
    let runs = 0;
    const queue = await openQueue({
      'rebuild-index': () => {
        runs += 1;
        return Promise.reject(makeError());
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    const failure: unknown = await queue.untilIdle(never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidInputError);
    expect((failure as Error).message).toMatch(message);
    expect(runs).toBe(1);
  });

  it('does not try an error again that nobody has named', async () => {
    let runs = 0;
    const queue = await openQueue({
      'rebuild-index': () => {
        runs += 1;
        return Promise.reject(new TypeError('x is not a function'));
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await expect(queue.untilIdle(never)).rejects.toThrow('x is not a function');
    expect(runs).toBe(1);
  });

  it('refuses a payload that does not fit its job, in one sentence', async () => {
    const queue = await openQueue({ 'link-postings': () => Promise.resolve([]) });
    await queue.add([{ name: 'link-postings', payload: { postingIds: [] } }]);
    const failure: unknown = await queue.untilIdle(never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidInputError);
    expect((failure as Error).message).toMatch(/link-postings.*postingIds/);
  });

  it('waits as asked without using up an attempt', async () => {
    let runs = 0;
    const queue = await openQueue({
      'rebuild-index': () => {
        runs += 1;
        return runs < 8 ? Promise.reject(new RateLimitedError('Too many requests.', 3)) : Promise.resolve([]);
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await queue.untilIdle(never);
    expect(runs).toBe(8);
  });

  it('loses nothing and doubles nothing when a handler that may run twice does run twice', async () => {
    const stored = new Set<string>();
    let runs = 0;
    const queue = await openQueue({
      'plan-linking': () =>
        Promise.resolve<Job[]>([
          { name: 'link-postings', payload: { postingIds: ['a'] } },
          { name: 'link-postings', payload: { postingIds: ['b'] } },
        ]),
      'link-postings': ({ postingIds }) => {
        for (const id of postingIds) stored.add(id);
        runs += 1;
        return runs === 1 ? Promise.reject(new TransientError('Lost after saving.')) : Promise.resolve([]);
      },
    });
    await queue.add([{ name: 'plan-linking', payload: {} }]);
    await queue.untilIdle(never);
    expect([...stored].sort()).toEqual(['a', 'b']);
    expect(runs).toBe(3);
  });

  it('is idle at once when nothing was added, and again after it was idle', async () => {
    const queue = await openQueue({ 'rebuild-index': () => Promise.resolve([]) });
    await queue.untilIdle(never);
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await queue.untilIdle(never);
    await expect(queue.untilIdle(never)).resolves.toBeUndefined();
  });

  it('is not idle while a job runs, hands over, or waits to be tried again', async () => {
    let isDone = false;
    let runs = 0;
    const queue = await openQueue({
      'find-duplicates': async () => {
        await setTimeout(300);
        return [{ name: 'plan-linking', payload: {} }];
      },
      'plan-linking': async () => {
        runs += 1;
        if (runs === 1) throw new RateLimitedError('Later.', 400);
        await setTimeout(250);
        isDone = true;
        return [];
      },
    });
    await queue.add([{ name: 'find-duplicates', payload: {} }]);
    await queue.untilIdle(never);
    expect(isDone).toBe(true);
  });

  it('tells of each job that ended well, before it is idle, and of no other', async () => {
    const done: Job[] = [];
    const queue = await openQueue(
      {
        'plan-linking': () => Promise.resolve<Job[]>([{ name: 'link-credentials', payload: { credentialIds: ['c'] } }]),
        // Later than the job before it is seen to have ended: two workers may tell in either order.
        'link-credentials': async () => {
          await setTimeout(200);
          throw new InvalidInputError('No.');
        },
      },
      (job) => done.push(job),
    );
    await queue.add([{ name: 'plan-linking', payload: { limit: 2 } }]);
    await expect(queue.untilIdle(never)).rejects.toThrow('No.');
    expect(done).toEqual([{ name: 'plan-linking', payload: { limit: 2 } }]);
  });

  it('goes on with the other jobs after one failed for good', async () => {
    const linked: string[] = [];
    const queue = await openQueue({
      'link-postings': ({ postingIds: [id = ''] }) => {
        linked.push(id);
        return id === 'bad' ? Promise.reject(new InvalidInputError('Bad.')) : Promise.resolve([]);
      },
    });
    await queue.add(['bad', 'good'].map((id): Job => ({ name: 'link-postings', payload: { postingIds: [id] } })));
    await expect(queue.untilIdle(never)).rejects.toThrow('Bad.');
    await queue.untilIdle(never);
    expect(linked).toEqual(['bad', 'good']);
  });

  it('stops watching when it is told to, and loses no job by it', async () => {
    const caller = new AbortController();
    let isOpen = false;
    let ended = 0;
    const queue = await openQueue({
      'rebuild-index': async (_payload, { signal }) => {
        caller.abort(new Error('The user pressed Ctrl-C.'));
        await vi.waitUntil(() => isOpen || signal.aborted);
        signal.throwIfAborted();
        ended += 1;
        return [];
      },
    });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await expect(queue.untilIdle(caller.signal)).rejects.toThrow('The user pressed Ctrl-C.');
    await expect(queue.untilIdle(caller.signal)).rejects.toThrow('The user pressed Ctrl-C.');
    isOpen = true;
    await queue.untilIdle(never);
    expect(ended).toBe(1);
  });

  it('leaves no open handle behind when it is closed', async () => {
    const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind.includes('TCP')).length;
    const before = sockets();
    const queue = await openQueue({ 'rebuild-index': () => Promise.resolve([]) });
    await queue.add([{ name: 'rebuild-index', payload: {} }]);
    await queue.untilIdle(never);
    await opened?.close();
    opened = undefined;
    await vi.waitFor(() => {
      expect(sockets()).toBe(before);
    });
  });
});
