/**
 * The other side of called-thread.ts: answers calls one after the other, in the order they came. Plain JavaScript, since a
 * thread does not everywhere inherit what lets this process run TypeScript.
 */
const { parentPort } = require('node:worker_threads');

/**
 * @param {Record<string, (given: object) => Promise<object>>} answers by what is called. `moved` of an answer is memory that is
 *   handed over and not copied. `close` is called last.
 */
module.exports = function answerCalls(answers) {
  let last = Promise.resolve();
  parentPort.on('message', ({ number, does, given }) => {
    last = last
      .then(() => answers[does](given))
      .then(
        ({ moved = [], ...answer }) => parentPort.postMessage({ number, answer }, moved),
        (error) => parentPort.postMessage({ number, error: error.message }),
      )
      .then(() => does === 'close' && parentPort.close());
  });
};
