/**
 * The command line. Exit codes: 0 done, 1 bad input (one sentence), 2 not available (says what to start or set).
 */
import { Command } from 'commander';
import { explainError } from './explain-error.ts';

const program = new Command('skillgap')
  .description('Which skills a labour market asks for and lacks, and which micro-credentials close the gap.')
  .exitOverride()
  .configureOutput({ outputError: () => undefined });

/** Loaded when named: a command should not wait for the libraries of another. In the order that --help lists them. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  demo: async () => (await import('./demo.ts')).demoCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  link: async () => (await import('./link.ts')).linkCommand(),
  collect: async () => (await import('./collect.ts')).collectCommand(),
  gaps: async () => (await import('./gaps.ts')).gapsCommand(),
  rank: async () => (await import('./rank.ts')).rankCommand(),
  plan: async () => (await import('./plan.ts')).planCommand(),
  brief: async () => (await import('./brief.ts')).briefCommand(),
  map: async () => (await import('./map.ts')).mapCommand(),
  correct: async () => (await import('./correct.ts')).correctCommand(),
  emerging: async () => (await import('./emerging.ts')).emergingCommand(),
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
  keys: async () => (await import('./keys.ts')).keysCommand(),
  work: async () => (await import('./work.ts')).workCommand(),
  train: async () => (await import('./train.ts')).trainCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
};

const named = COMMANDS[process.argv[2] ?? ''];
for (const load of named === undefined ? Object.values(COMMANDS) : [named]) {
  const command = await load();
  silenceErrors(command);
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explainError(error);
}

/** A wrong option is bad input like any other: one sentence, exit 1. */
function silenceErrors(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  for (const below of command.commands) silenceErrors(below);
}
