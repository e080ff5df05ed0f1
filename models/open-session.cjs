/** Opens a graph of the runtime in a thread of its own: both kinds of threads share the cores with whoever has work. */
const { InferenceSession } = require('onnxruntime-node');

/**
 * @param {string | Uint8Array} graph a file, or its bytes
 * @param {number} cores that one run of it may use
 */
module.exports = function openSession(graph, cores) {
  return InferenceSession.create(graph, {
    intraOpNumThreads: cores,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Threads that wait for the next run by turning in circles would take the core from whoever works between two runs.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
};
