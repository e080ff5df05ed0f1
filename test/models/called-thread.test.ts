import { describe, expect, it } from 'vitest';
import { openCalledThread } from '../../models/called-thread.ts';
import { openBlocks } from '../../models/native-blocks.ts';
import { OnnxWriter } from '../../models/onnx-writer.ts';

const FILE = 'product-thread.cjs';

/** Twice each of two numbers. */
function doubling(): OnnxWriter {
  const graph = new OnnxWriter();
  graph.addOutput(graph.addNode('Add', ['vectors', 'vectors']), 'doubled');
  return graph;
}

async function doubledBy(thread: ReturnType<typeof openCalledThread>, ...vectors: number[][]): Promise<number[][]> {
  const blocks = await openBlocks(thread, doubling(), 2, {}, { doubled: 2 });
  const results: number[][] = [];
  await blocks.run(
    vectors.map((vector) => Float32Array.from(vector)),
    (at, { doubled }) => (results[at] = [...doubled]),
  );
  await blocks.close();
  return results;
}

describe('a thread that answers calls', () => {
  it('computes what it is given, and says what went wrong without ending', async () => {
    const thread = openCalledThread(FILE);
    expect(await doubledBy(thread, [1, 2], [3, 4])).toEqual([
      [2, 4],
      [6, 8],
    ]);
    const broken = new OnnxWriter();
    broken.addOutput(broken.addNode('NoSuchOperator', ['vectors']), 'doubled');
    await expect(openBlocks(thread, broken, 2, {}, { doubled: 2 })).rejects.toThrow(/NoSuchOperator/u);
    expect(await doubledBy(thread, [5, 6])).toEqual([[10, 12]]);
    await thread.close();
  });

  it('answers what was asked before it is closed, and refuses what is asked after', async () => {
    const thread = openCalledThread(FILE);
    const asked = doubledBy(thread, [1, 2]);
    const unknown = thread.call('release', { graph: -1 });
    const closing = thread.close();
    await expect(unknown).resolves.toEqual({});
    await closing;
    await expect(thread.call('release', { graph: -1 })).rejects.toThrow('The model was closed.');
    // It opened its graph before the thread was closed, and ran it after.
    await expect(asked).rejects.toThrow('The model was closed.');
    await thread.close();
    await thread.ended;
  });

  it('refuses what waits when it ends by itself', async () => {
    const thread = openCalledThread('no-such-thread.cjs');
    await expect(thread.call('open', {})).rejects.toThrow(/no-such-thread|closed/u);
    await thread.ended;
  });
});
