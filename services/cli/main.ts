/**
 * The command line. Exit codes: 0 done, 1 bad input (one sentence), 2 not available (says what to start or set).
 */
import { Command, CommanderError } from 'commander';
import { ConfigError, InvalidInputError, NotFoundError, UnavailableError } from '../errors.ts';
import { say } from './context.ts';
import { collectCommand } from './collect.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { gapsCommand } from './gaps.ts';
import { importCommand } from './import.ts';
import { linkCommand } from './link.ts';
import { planCommand } from './plan.ts';
import { rankCommand } from './rank.ts';
import { serveCommand } from './serve.ts';
import { trainCommand } from './train.ts';
import { workCommand } from './work.ts';

const program = new Command('skillgap')
  .description('Which skills a labour market asks for and lacks, and which micro-credentials close the gap.')
  .exitOverride()
  .configureOutput({ outputError: () => undefined });

for (const command of [
  demoCommand(),
  importCommand(),
  linkCommand(),
  collectCommand(),
  gapsCommand(),
  rankCommand(),
  planCommand(),
  evaluateCommand(),
  serveCommand(),
  workCommand(),
  trainCommand(),
  doctorCommand(),
]) {
  silenceErrors(command);
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** A wrong option is bad input like any other: one sentence, exit 1. */
function silenceErrors(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  for (const below of command.commands) silenceErrors(below);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(`skillgap: ${error.message.replace(/^error: /, '')} (skillgap --help lists the commands)`);
    return 1;
  }
  if (error instanceof InvalidInputError || error instanceof NotFoundError || error instanceof ConfigError) {
    say(`skillgap: ${error.message}`);
    return 1;
  }
  if (error instanceof UnavailableError) {
    say(`skillgap: ${error.message}`);
    return 2;
  }
  say(
    `skillgap: an unexpected error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return 70;
}
