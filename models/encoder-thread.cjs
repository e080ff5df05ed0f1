/**
 * A thread of encoder-threads.ts: opens a graph, then runs one batch after the other.
 *
 * Results go into shared memory, which is used again: a new piece of memory for each batch costs the machine as much as a
 * tenth of the encoding.
 */
const { Tensor } = require('onnxruntime-node');
const answerCalls = require('./answer-calls.cjs');
const openSession = require('./open-session.cjs');

let session;
let output;
const slots = [];

answerCalls({
  async open({ file, cores }) {
    session = await openSession(file, cores);
    output = session.outputNames.find((name) => name === 'last_hidden_state' || name === 'token_embeddings');
    if (output === undefined) throw new Error('it gives no token vectors; choose a sentence encoder');
    return {};
  },
  /** Of the whole batch; `ids` holds row after row. */
  async encode({ ids, rows, slot }) {
    const tensor = (data) => new Tensor('int64', data, [rows, ids.length / rows]);
    const inputs = {
      input_ids: tensor(ids),
      attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: tensor(new BigInt64Array(ids.length)),
    };
    // Models without sentence pairs have no token types.
    const feeds = Object.fromEntries(Object.entries(inputs).filter(([name]) => session.inputNames.includes(name)));
    const { data } = (await session.run(feeds, [output]))[output];
    const known = slots[slot];
    const isNew = known === undefined || known.length < data.length;
    if (isNew) slots[slot] = new Float32Array(new SharedArrayBuffer(data.byteLength));
    slots[slot].set(data);
    return { length: data.length, ...(isNew && { memory: slots[slot] }) };
  },
  async close() {
    await session?.release();
    return {};
  },
});
