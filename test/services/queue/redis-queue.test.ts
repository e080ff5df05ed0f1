import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvalidInputError, RateLimitedError, TransientError, UnavailableError } from '../../../services/errors.ts';
import { createRedisQueue, removeRedisQueues, startRedisWorkers } from '../../../services/queue/redis-queue.ts';
import { handlersWith } from './handlers.ts';
import { reachableRedisUrl } from './reachable-redis.ts';

const redisUrl = await reachableRedisUrl();

describe('a Redis that does not answer', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const listen = async (): Promise<number> => {
    server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  it('is reported with what to do when nothing listens, and the password is not shown', async () => {
    const port = await listen();
    server?.close();
    const failure: unknown = await createRedisQueue(`redis://:hush@127.0.0.1:${port}`, { prefix: 'x' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnavailableError);
    expect((failure as Error).message).toMatch(
      new RegExp(
        `^Redis at 127\\.0\\.0\\.1:${port} does not answer \\(.*ECONNREFUSED.*\\): start it, or unset REDIS_URL`,
      ),
    );
    expect((failure as Error).message).not.toContain('hush');
  });

  it('is reported when something listens and says nothing, to workers too', async () => {
    const url = `redis://127.0.0.1:${await listen()}`;
    const starts = [createRedisQueue(url, { prefix: 'x' }), startRedisWorkers(url, handlersWith({}), { prefix: 'x' })];
    for (const start of await Promise.allSettled(starts)) {
      expect(start).toMatchObject({ status: 'rejected', reason: { name: 'UnavailableError' } });
    }
  });
});

describe.skipIf(redisUrl === undefined)(
  'Redis queue (skipped when REDIS_URL is not set and no Redis listens on 127.0.0.1:6379)',
  () => {
    const prefix = `skillgap-test-${randomUUID()}`;
    const url = redisUrl ?? '';
    const never = new AbortController().signal;
    afterEach(() => removeRedisQueues(url, prefix));

    it('puts the running job back when its worker closes, however often, for another worker to finish', async () => {
      let starts = 0;
      const handlers = handlersWith({
        'rebuild-index': async (_payload, { signal }) => {
          starts += 1;
          if (starts <= 6) await setTimeout(60_000, undefined, { signal });
          return [];
        },
      });
      const queue = await createRedisQueue(url, { prefix });
      await queue.add([{ name: 'rebuild-index', payload: {} }]);
      for (let restart = 1; restart <= 6; restart += 1) {
        const workers = await startRedisWorkers(url, handlers, { prefix });
        await vi.waitUntil(() => starts === restart);
        await workers.close();
      }
      const last = await startRedisWorkers(url, handlers, { prefix });
      await queue.untilIdle(never);
      expect(starts).toBe(7);
      await Promise.all([queue.close(), last.close()]);
    });

    it('tells of a job that failed before anybody waited, once', async () => {
      let runs = 0;
      const workers = await startRedisWorkers(
        url,
        handlersWith({
          'rebuild-index': () => {
            runs += 1;
            return Promise.reject(new InvalidInputError('Bad from the start.'));
          },
        }),
        { prefix },
      );
      const queue = await createRedisQueue(url, { prefix });
      await queue.add([{ name: 'rebuild-index', payload: {} }]);
      await vi.waitUntil(() => runs === 1);
      await setTimeout(100); // long enough for Redis to hear of it
      await expect(queue.untilIdle(never)).rejects.toThrow('Bad from the start.');
      await queue.untilIdle(never);
      await Promise.all([queue.close(), workers.close()]);
    });

    it('does not run a rate-limited job before its time, and is not idle meanwhile', async () => {
      let runs = 0;
      const workers = await startRedisWorkers(
        url,
        handlersWith({
          'rebuild-index': () => {
            runs += 1;
            return Promise.reject(new RateLimitedError('In an hour.', 3_600_000));
          },
        }),
        { prefix },
      );
      const queue = await createRedisQueue(url, { prefix });
      await queue.add([{ name: 'rebuild-index', payload: {} }]);
      await expect(queue.untilIdle(AbortSignal.timeout(700))).rejects.toThrow(/timeout/);
      expect(runs).toBe(1);
      await Promise.all([queue.close(), workers.close()]);
    });

    it('tells the worker process of jobs that failed for good, not of attempts', async () => {
      const failed: string[] = [];
      const workers = await startRedisWorkers(
        url,
        handlersWith({ 'rebuild-index': () => Promise.reject(new TransientError('Busy.')) }),
        { prefix, onFailed: (job, error) => failed.push(`${job.name}: ${error.name}: ${error.message}`) },
      );
      const queue = await createRedisQueue(url, { prefix, firstBackoffMs: 1 });
      await queue.add([{ name: 'rebuild-index', payload: {} }]);
      await expect(queue.untilIdle(never)).rejects.toThrow('Busy.');
      await Promise.all([queue.close(), workers.close()]);
      expect(failed).toEqual(['rebuild-index: TransientError: Busy.']);
    });

    it('tells a producer and a worker of the jobs that ended, each once', async () => {
      const told = { producer: 0, worker: 0 };
      const workers = await startRedisWorkers(url, handlersWith({ 'link-postings': () => Promise.resolve([]) }), {
        prefix,
        onDone: () => (told.worker += 1),
      });
      const queue = await createRedisQueue(url, { prefix, onDone: () => (told.producer += 1) });
      const ids = Array.from({ length: 30 }, (_, position) => `p${position}`);
      await queue.add(ids.map((id) => ({ name: 'link-postings' as const, payload: { postingIds: [id] } })));
      await queue.untilIdle(never);
      await Promise.all([queue.close(), workers.close()]);
      expect(told).toEqual({ producer: 30, worker: 30 });
    });
  },
);
