/**
 * An integer program solved in a thread of its own, so that a server goes on answering; one at a time.
 *
 * HiGHS looks at its clock between steps only. A step may be long, so the thread is ended a little after the limit: then
 * nothing is proven, and the caller still has the plan and the bound it came with.
 */
import { Worker } from 'node:worker_threads';
import type { IntegerSolution, IntegerSolver } from './integer-program.ts';

/** How long after its limit a solver may still answer. It covers loading, too. */
const GRACE_MS = 2000;

let before: Promise<unknown> = Promise.resolve();

/** Waits for earlier programs, then takes at most the time limit and two seconds. Rejects only when no thread can be started. */
export const solveInThread: IntegerSolver = (program, options) => {
  const solution = before.then(() => solve(program, options));
  before = solution.catch(() => undefined);
  return solution;
};

function solve(...[program, options]: Parameters<IntegerSolver>): Promise<IntegerSolution> {
  const thread = new Worker(new URL('highs-thread.cjs', import.meta.url), {
    workerData: { program, options },
  });
  return new Promise<IntegerSolution>((resolve, reject) => {
    const timer = setTimeout(
      () => {
        resolve({ chosen: null, bound: Infinity, isFinished: false });
      },
      options.timeLimitSeconds * 1000 + GRACE_MS,
    );
    thread.once('message', (solution: IntegerSolution) => {
      clearTimeout(timer);
      resolve(solution);
    });
    thread.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  }).finally(() => thread.terminate());
}
