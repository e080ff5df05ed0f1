/**
 * `npm run eval`: every labelled set with its baselines beside, and docs/evaluation.md written from it. Exit codes as on
 * the command line.
 *
 * It belongs to development: the labelled sets are third-party, so whoever only runs Skillgap uses `skillgap evaluate`.
 */
import { explainError } from '../../services/cli/explain-error.ts';
import { readEvalOptions } from './eval-options.ts';
import { runEval } from './run-eval.ts';
import { SECTIONS } from './sections.ts';

try {
  const options = readEvalOptions(
    process.argv.slice(2),
    SECTIONS.map(({ name }) => name),
  );
  process.stdout.write(`${await runEval(options, SECTIONS)}\n`);
} catch (error) {
  process.exitCode = explainError(error);
}
