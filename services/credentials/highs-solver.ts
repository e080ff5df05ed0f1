/**
 * The one file that knows HiGHS: an integer program in, the best solution found and a bound out. Blocks while it solves.
 *
 * The WebAssembly (3.5 MB) is loaded with the first program, so that nobody else pays for it.
 */
import type { Highs } from 'highs';
import type { IntegerSolution, IntegerSolver } from './integer-program.ts';

/** HiGHS's code for a solution that keeps every row. */
const FEASIBLE = 2;

let loading: Promise<Highs> | undefined;

async function loadHighs(): Promise<Highs> {
  const { default: imported } = await import('highs');
  // Its types describe the CommonJS module, whose default is one level down; what is imported is the loader itself.
  const load = imported as unknown as typeof imported.default;
  return load();
}

/** Runs in this thread, at most about `timeLimitSeconds`; see solve-in-thread.ts for one that lets others work meanwhile. */
export const solveWithHighs: IntegerSolver = async (program, { timeLimitSeconds, start }) => {
  loading ??= loadHighs();
  const highs = await loading;
  const { gains, wholeCount, limits, rowStarts, columns, values } = program;
  const numCols = gains.length;
  const numRows = limits.length;
  return highs.withModel((model): IntegerSolution => {
    model.options.set({
      output_flag: false,
      time_limit: timeLimitSeconds,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      random_seed: 0,
    });
    model.passModel({
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: gains,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: new Float64Array(numRows).fill(-highs.infinity),
      rowUpper: limits,
      matrix: { format: 'csr', numRows, numCols, starts: rowStarts, indices: columns, values },
      integrality: Int32Array.from(gains, (_, column) => (column < wholeCount ? 1 : 0)),
    });
    if (start.length > 0) {
      const indices = Int32Array.from({ length: wholeCount }, (_, column) => column);
      const taken = new Set(start);
      model.setSolution({ indices, values: Float64Array.from(indices, (column) => (taken.has(column) ? 1 : 0)) });
    }
    model.run();
    const { colValue } = model.getSolution();
    const hasSolution = model.info.get('primal_solution_status') === FEASIBLE;
    const chosen = Array.from(colValue.subarray(0, wholeCount).keys()).filter(
      (column) => (colValue[column] ?? 0) > 0.5,
    );
    return {
      chosen: hasSolution ? chosen : null,
      bound: Number(model.info.get('mip_dual_bound')),
      isFinished: model.getModelStatus() === highs.constants.modelStatus.optimal,
    };
  });
};
