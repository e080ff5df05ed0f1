import { describe, expect, it } from 'vitest';
import { keepReplies, replyOf } from '../../../services/api/kept-replies.ts';

function counted(mostBytes?: number) {
  let version = '1';
  let asked = 0;
  const kept = keepReplies({
    version: () => Promise.resolve(version),
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  return {
    forget: kept.forget,
    change: () => (version = `${Number(version) + 1}`),
    asked: () => asked,
    get: (question: string, answer: unknown = { question }) =>
      kept.get([question], () => {
        asked += 1;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      }),
  };
}

describe('kept replies', () => {
  it('are worked out once for as long as nothing changes', async () => {
    const kept = counted();
    const first = await kept.get('a');
    expect(await kept.get('a')).toBe(first);
    await kept.get('b');
    expect(kept.asked()).toBe(2);
    kept.change();
    expect((await kept.get('a')).etag).toBe(first.etag);
    expect(kept.asked()).toBe(3);
    kept.forget();
    await kept.get('a');
    expect(kept.asked()).toBe(4);
  });

  it('are worked out once for two who ask at once', async () => {
    const kept = counted();
    const [one, other] = await Promise.all([kept.get('a'), kept.get('a')]);
    expect(one).toBe(other);
    expect(kept.asked()).toBe(1);
  });

  it('do not hold an answer that failed', async () => {
    const kept = counted();
    await expect(kept.get('a', new Error('no'))).rejects.toThrow('no');
    expect((await kept.get('a')).body.toString()).toBe('{"question":"a"}');
  });

  it('make room by letting go of what was not asked for longest', async () => {
    const kept = counted(100);
    const long = 'x'.repeat(60);
    await kept.get('a', long);
    await kept.get('b', 'y');
    await kept.get('b', 'y');
    await kept.get('c', long);
    await kept.get('b', 'y');
    await kept.get('c', long);
    expect(kept.asked()).toBe(3);
    await kept.get('a', long);
    expect(kept.asked()).toBe(4);
  });

  it('have a tag that changes with any byte', () => {
    expect(replyOf({ a: 1 }).etag).toBe(replyOf({ a: 1 }).etag);
    expect(replyOf({ a: 1 }).etag).not.toBe(replyOf({ a: 2 }).etag);
  });
});
