import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { LOCAL_CALLER, type Caller } from '../../../services/api/caller.ts';
import { createJobs, type Jobs, type JobTools } from '../../../services/api/jobs.ts';
import type { JobReply } from '../../../services/domain/job-reply.ts';
import { InvalidInputError, NotFoundError, RateLimitedError } from '../../../services/errors.ts';
import { NOW } from '../../small-market.ts';
import { startApi, type RunningApi } from './api-fixture.ts';

const silent = pino({ level: 'silent' });
const acme: Caller = { role: 'provider', organisation: 'acme', keyId: 'k', name: 'k', seesAll: false };
const open: Jobs[] = [];
function jobs(): Jobs {
  const made = createJobs(() => new Date(NOW), silent);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Every state until the end. */
function followed(all: Jobs, { id }: JobReply, caller = LOCAL_CALLER): Promise<JobReply[]> {
  const seen: JobReply[] = [];
  return new Promise((resolve) => {
    all.follow(id, caller, (job) => {
      seen.push(job);
      if (job.endedAt !== null) resolve(seen);
    });
  });
}

describe('jobs', () => {
  it('tell every step from waiting to done', async () => {
    const all = jobs();
    const job = all.start('link', LOCAL_CALLER, ({ onProgress }) => {
      onProgress({ step: 'linking', done: 3, total: 9 });
      return Promise.resolve();
    });
    const seen = await followed(all, job);
    expect(seen.map(({ state, progress }) => [state, progress.done])).toEqual([
      ['waiting', 0],
      ['running', 0],
      ['running', 3],
      ['done', 3],
    ]);
  });

  it('run one after the other, also after one that failed', async () => {
    const all = jobs();
    const order: string[] = [];
    const step =
      (name: string, fails = false) =>
      async () => {
        order.push(`${name} begins`);
        await new Promise(setImmediate);
        order.push(`${name} ends`);
        if (fails) throw new Error('a secret of the disk');
      };
    const first = all.start('link', LOCAL_CALLER, step('first', true));
    const second = all.start('link', LOCAL_CALLER, step('second'));
    await followed(all, second);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(all.find(first.id, LOCAL_CALLER)).toMatchObject({
      state: 'failed',
      failure: expect.not.stringContaining('secret') as string,
    });
  });

  it('pass on what is wrong with the input in its own words', async () => {
    const all = jobs();
    const job = all.start('import-postings', LOCAL_CALLER, () =>
      Promise.reject(new InvalidInputError('line 3: no title.')),
    );
    expect((await followed(all, job)).at(-1)).toMatchObject({ state: 'failed', failure: 'line 3: no title.' });
  });

  it('are known to their organisation only', () => {
    const all = jobs();
    const job = all.start('import-credentials', acme, () => Promise.resolve());
    expect(all.find(job.id, acme).id).toBe(job.id);
    for (const other of [LOCAL_CALLER, { ...acme, organisation: 'zenith' }])
      expect(() => all.find(job.id, other)).toThrow(NotFoundError);
  });

  it('are refused when too many wait', () => {
    const all = jobs();
    const begin = () => all.start('link', LOCAL_CALLER, () => new Promise<void>((resolve) => setTimeout(resolve, 20)));
    for (let turn = 0; turn < 20; turn += 1) begin();
    expect(begin).toThrow(RateLimitedError);
  });

  it('are told to stop when the server stops, and those that wait are not begun', async () => {
    const all = jobs();
    let tools: JobTools | undefined;
    const running = all.start('link', LOCAL_CALLER, async (given) => {
      tools = given;
      await new Promise((_, reject) => {
        given.signal.addEventListener('abort', () => {
          reject(given.signal.reason as Error);
        });
      });
    });
    let isBegun = false;
    const waiting = all.start('link', LOCAL_CALLER, () => {
      isBegun = true;
      return Promise.resolve();
    });
    await new Promise(setImmediate);
    await all.close();
    expect(tools?.signal.aborted).toBe(true);
    expect(isBegun).toBe(false);
    for (const { id } of [running, waiting])
      expect(all.find(id, LOCAL_CALLER)).toMatchObject({
        state: 'failed',
        failure: expect.stringContaining('again') as string,
      });
  });
});

describe('the events of a job', () => {
  let api: RunningApi | undefined;
  afterEach(() => api?.close());

  it('come as they happen and end with the job', async () => {
    const all = jobs();
    api = await startApi({ jobs: all });
    let finish = (): void => undefined;
    const job = all.start('link', LOCAL_CALLER, async ({ onProgress }) => {
      onProgress({ step: 'linking', done: 1, total: 2 });
      await new Promise<void>((resolve) => (finish = resolve));
    });
    await new Promise(setImmediate);
    const reply = await fetch(`${api.url}/v1/jobs/${job.id}/events`);
    expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/u);
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('"done":1');
    finish();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) rest += part.value;
    expect(rest).toMatch(/^event: job\ndata: \{.*"state":"done".*\}\n\n$/su);
  });
});
