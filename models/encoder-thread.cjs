/**
 * A thread of encoder-threads.ts: opens the graph it was started with, then runs one batch after the other.
 *
 * Results go into shared memory, which is used again: a new piece of memory for each batch costs the machine as much as a
 * tenth of the encoding. Plain JavaScript, since a thread does not everywhere inherit what lets this process run TypeScript.
 */
const { parentPort, workerData } = require('node:worker_threads');
const { InferenceSession, Tensor } = require('onnxruntime-node');

async function open() {
  const session = await InferenceSession.create(workerData.file, {
    intraOpNumThreads: workerData.cores,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Threads that wait for the next batch by turning in circles would take the core from whoever has work.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const output = session.outputNames.find((name) => name === 'last_hidden_state' || name === 'token_embeddings');
  if (output === undefined) throw new Error('it gives no token vectors; choose a sentence encoder');
  const slots = [];
  let last = Promise.resolve();
  parentPort.on('message', (message) => {
    if (message === 'close') {
      void last.then(() => session.release()).then(() => parentPort.close());
      return;
    }
    const { ids, rows, slot } = message;
    last = run(session, output, ids, rows).then(
      (vectors) => {
        const known = slots[slot];
        const isNew = known === undefined || known.length < vectors.length;
        const shared = isNew ? new Float32Array(new SharedArrayBuffer(vectors.byteLength)) : known;
        slots[slot] = shared;
        shared.set(vectors);
        parentPort.postMessage({ slot, length: vectors.length, ...(isNew && { memory: shared }) });
      },
      (error) => parentPort.postMessage({ slot, error: error.message }),
    );
  });
  parentPort.postMessage({});
}

/** Of the whole batch; `ids` holds row after row. */
async function run(session, output, ids, rows) {
  const tensor = (data) => new Tensor('int64', data, [rows, ids.length / rows]);
  const inputs = {
    input_ids: tensor(ids),
    attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
    token_type_ids: tensor(new BigInt64Array(ids.length)),
  };
  // Models without sentence pairs have no token types.
  const feeds = Object.fromEntries(Object.entries(inputs).filter(([name]) => session.inputNames.includes(name)));
  const { [output]: vectors } = await session.run(feeds, [output]);
  return vectors.data;
}

open().catch((error) => parentPort.postMessage({ error: error.message }));
