/**
 * The thread of solve-in-thread.ts: solves the program it was started with, says so, ends.
 *
 * Plain JavaScript, since a thread does not everywhere inherit what lets this process run TypeScript: it asks for it itself.
 */
const { parentPort, workerData } = require('node:worker_threads');

async function solve() {
  const { register } = await import('tsx/esm/api');
  register();
  const { solveWithHighs } = await import('./highs-solver.ts');
  parentPort.postMessage(await solveWithHighs(workerData.program, workerData.options));
}

// A rejection is left alone: it ends the thread with an error, which is what the other side listens for.
void solve();
