/**
 * The thread of native-products.ts: opens graphs, and runs one block of vectors after the other through them.
 *
 * The memory of a block goes there and back: none is copied, and none taken anew.
 */
const { Tensor } = require('onnxruntime-node');
const answerCalls = require('./answer-calls.cjs');
const openSession = require('./open-session.cjs');

/** By number: the session, and the inputs that are the same in every run. */
const graphs = new Map();

function floats(values, shapeOf) {
  return Object.fromEntries(
    Object.entries(values).map(([name, memory]) => [name, new Tensor('float32', memory, shapeOf(memory))]),
  );
}

answerCalls({
  async open({ graph, bytes, matrices, columns, cores }) {
    const session = await openSession(bytes, cores);
    graphs.set(graph, { session, matrices: floats(matrices, ({ length }) => [length / columns, columns]) });
    return {};
  },
  async run({ graph, inputs, outputs, rows }) {
    const { session, matrices } = graphs.get(graph);
    const shapeOf = ({ length }) => [rows, length / rows];
    await session.run({ ...floats(inputs, shapeOf), ...matrices }, floats(outputs, shapeOf));
    return { inputs, outputs, moved: Object.values({ ...inputs, ...outputs }).map(({ buffer }) => buffer) };
  },
  async release({ graph }) {
    await graphs.get(graph)?.session.release();
    graphs.delete(graph);
    return {};
  },
  async close() {
    for (const { session } of graphs.values()) await session.release();
    return {};
  },
});
