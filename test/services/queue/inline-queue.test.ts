import { describe, expect, it } from 'vitest';
import { RateLimitedError, TransientError } from '../../../services/errors.ts';
import { createInlineQueue } from '../../../services/queue/inline-queue.ts';
import type { Job } from '../../../services/queue/jobs.ts';
import { handlersWith } from './handlers.ts';

const never = new AbortController().signal;
const rebuild: Job = { name: 'rebuild-index', payload: {} };

function recordWaits(): { waits: number[]; wait: (ms: number) => Promise<void> } {
  const waits: number[] = [];
  return {
    waits,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

describe('inline queue', () => {
  it('runs nothing before somebody waits for it', async () => {
    let runs = 0;
    const queue = createInlineQueue(handlersWith({ 'rebuild-index': () => Promise.resolve((runs++, [])) }));
    await queue.add([rebuild]);
    expect(runs).toBe(0);
    await queue.untilIdle(never);
    expect(runs).toBe(1);
  });

  it('runs jobs in the order in which they came, followers last', async () => {
    const ran: string[] = [];
    const queue = createInlineQueue(
      handlersWith({
        'link-postings': ({ postingIds: [id = ''] }) => {
          ran.push(id);
          return Promise.resolve(id === 'a' ? [{ name: 'link-postings', payload: { postingIds: ['after a'] } }] : []);
        },
      }),
    );
    await queue.add(['b', 'a', 'c'].map((id): Job => ({ name: 'link-postings', payload: { postingIds: [id] } })));
    await queue.untilIdle(never);
    expect(ran).toEqual(['b', 'a', 'c', 'after a']);
  });

  it('doubles the wait between attempts', async () => {
    const { waits, wait } = recordWaits();
    const queue = createInlineQueue(
      handlersWith({ 'rebuild-index': () => Promise.reject(new TransientError('Busy.')) }),
      { wait },
    );
    await queue.add([rebuild]);
    await expect(queue.untilIdle(never)).rejects.toThrow('Busy.');
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it('takes fewer retries than four, never more', async () => {
    for (const [retries, expected] of [
      [0, 1],
      [2, 3],
      [99, 5],
    ] as const) {
      let runs = 0;
      const queue = createInlineQueue(
        handlersWith({ 'rebuild-index': () => Promise.reject(new TransientError(`Run ${++runs}.`)) }),
        { retries, wait: () => Promise.resolve() },
      );
      await queue.add([rebuild]);
      await expect(queue.untilIdle(never)).rejects.toThrow(`Run ${expected}.`);
    }
  });

  it('waits as long as a rate limit asks, then counts attempts from where they were', async () => {
    const { waits, wait } = recordWaits();
    const failures = [new TransientError('Busy.'), new RateLimitedError('Slow.', 70_000), new TransientError('Busy.')];
    const queue = createInlineQueue(
      handlersWith({
        'rebuild-index': () => {
          const failure = failures.shift();
          return failure ? Promise.reject(failure) : Promise.resolve([]);
        },
      }),
      { wait },
    );
    await queue.add([rebuild]);
    await queue.untilIdle(never);
    expect(waits).toEqual([1000, 70_000, 2000]);
  });

  it('gives its signal to handlers and wakes from a wait when it is aborted', async () => {
    const caller = new AbortController();
    let runs = 0;
    const queue = createInlineQueue(
      handlersWith({
        'rebuild-index': () => {
          runs += 1;
          if (runs > 1) return Promise.resolve([]);
          setImmediate(() => {
            caller.abort(new Error('Enough.'));
          });
          return Promise.reject(new RateLimitedError('In an hour.', 3_600_000));
        },
      }),
    );
    await queue.add([rebuild]);
    await expect(queue.untilIdle(caller.signal)).rejects.toThrow('Enough.');
    await queue.untilIdle(never);
    expect(runs).toBe(2);
  });

  it('runs one job at a time even when two callers wait', async () => {
    let running = 0;
    let most = 0;
    const queue = createInlineQueue(
      handlersWith({
        'link-postings': async () => {
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running -= 1;
          return [];
        },
      }),
    );
    await queue.add(['a', 'b', 'c'].map((id): Job => ({ name: 'link-postings', payload: { postingIds: [id] } })));
    await Promise.all([queue.untilIdle(never), queue.untilIdle(never)]);
    expect(most).toBe(1);
  });

  it('interrupts the running job when it is closed, and takes no more', async () => {
    const queue = createInlineQueue(
      handlersWith({
        'rebuild-index': (_payload, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('Interrupted.'));
            });
            void queue.close();
          }),
      }),
    );
    await queue.add([rebuild]);
    await expect(queue.untilIdle(never)).rejects.toThrow('The queue was closed.');
    await expect(queue.add([rebuild])).rejects.toThrow('closed');
  });
});
