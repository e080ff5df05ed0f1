import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMiniLm } from '../../models/build-minilm.ts';
import { openEncoderThreads, type EncoderThreads } from '../../models/encoder-threads.ts';
import { modelFolder } from './model-folder.ts';

let threads: EncoderThreads;
let graph: string;
beforeAll(async () => {
  graph = path.join(await buildMiniLm(modelFolder, 'int8'), 'onnx', 'model.onnx');
  threads = await openEncoderThreads(graph);
});
afterAll(() => threads.close());

/** Token ids between the marks of a BERT. */
const row = (...ids: number[]) => [101, ...ids, 102];
const copied = (vectors: Float32Array) => vectors.slice();

describe('encoder threads', () => {
  it('give a batch the same bits, whatever runs beside it and in whichever thread', async () => {
    const batches = Array.from({ length: 40 }, (_, at) => [row(2000 + at, 3000), row(4000, 5000 + at)]);
    const alone: Float32Array[] = [];
    for (const batch of batches) alone.push(await threads.encode(batch, copied));
    const together = await Promise.all(batches.map((batch) => threads.encode(batch, copied)));
    expect(together).toEqual(alone);
    expect(new Set(together.map(String)).size).toBe(batches.length);
  });

  it('show every batch its own numbers, also larger ones after smaller', async () => {
    const sizes = await Promise.all(
      [1, 30, 2, 100, 3].map((count) =>
        threads.encode([row(...Array.from({ length: count }, () => 2000))], (vectors) => vectors.length / 384),
      ),
    );
    expect(sizes).toEqual([3, 32, 4, 102, 5]);
  });

  it('refuse the one batch whose reader fails, and go on', async () => {
    const failing = threads.encode([row(2000)], () => {
      throw new Error('cannot read this');
    });
    await expect(failing).rejects.toThrow('cannot read this');
    expect(await threads.encode([row(2000)], (vectors) => vectors.length)).toBe(3 * 384);
  });

  it('refuse a batch that the model cannot run, and go on', async () => {
    await expect(threads.encode([[9_000_000]], copied)).rejects.toThrow(/Non-zero status code/u);
    expect(await threads.encode([row(2000)], (vectors) => vectors.length)).toBe(3 * 384);
  });

  it('refuse what is under way, waiting or asked for later once they are closed', async () => {
    const closing = await openEncoderThreads(graph);
    const long = Array.from({ length: 16 }, () => row(...Array.from({ length: 200 }, () => 2000)));
    const asked = Array.from({ length: 12 }, () => closing.encode(long, copied));
    const ends = Promise.allSettled(asked);
    await closing.close();
    expect((await ends).map(({ status }) => status)).toContain('rejected');
    await expect(closing.encode(long, copied)).rejects.toThrow('The model was closed.');
  });
});
