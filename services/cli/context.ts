/**
 * What every command shares: its common options, where it writes, and how errors become exit codes.
 *
 * stdout carries the reply and nothing else; progress, notes and errors go to stderr.
 */
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { EmbeddingProgress } from '../compose/open-index.ts';
import { readConfig, type Config } from '../config.ts';
import { InvalidInputError } from '../errors.ts';

export interface CommonOptions {
  home?: string;
  model?: string;
  now?: string;
  seed?: string;
  json?: boolean;
}

export function addCommonOptions(command: Command): Command {
  return command
    .option('--home <folder>', 'folder that holds all state (SKILLGAP_HOME, default var/)')
    .option(
      '--model <model>',
      'embedding model (SKILLGAP_MODEL): minilm-l6-v2, minilm-l6-v2-fp32, hashing, a folder or a hub id',
    )
    .option('--now <instant>', 'fixes the clock, for example 2026-11-01T00:00:00Z')
    .option('--seed <number>', 'fixes the randomness of intervals', '1')
    .option('--json', 'one JSON document on stdout instead of text');
}

export function configOf({ home, model }: CommonOptions): Config {
  return readConfig({ home, model });
}

/** The instant all of one command happens at. */
export function nowOf({ now }: CommonOptions): string {
  if (now === undefined) return new Date().toISOString();
  const instant = new Date(now);
  if (Number.isNaN(instant.getTime()))
    throw new InvalidInputError(`--now "${now}" is not an instant: give it as 2026-11-01T00:00:00Z.`);
  return instant.toISOString();
}

/** A whole number from `least` up. @throws InvalidInputError naming the option */
export function wholeNumber(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new InvalidInputError(`${option} "${text}" must be a whole number of at least ${least}.`);
  }
  return value;
}

/** A number from 0 up. @throws InvalidInputError naming the option */
export function amount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new InvalidInputError(`${option} "${text}" must be a number of at least 0.`);
  }
  return value;
}

/** `weeklyHours` -> `--weekly-hours`: the option that fills a field of a request. */
export function optionOf(field: string): string {
  return `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Prints a reply: JSON for programs, text for people. */
export function reply(options: CommonOptions, json: unknown, text: () => string): void {
  process.stdout.write(`${options.json === true ? JSON.stringify(json, null, 2) : text()}\n`);
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a line every ten seconds, so that a log shows that work goes on. */
export function progress(what: string, unit: string): Progress {
  if (!process.stderr.isTTY) return lines(what, unit);
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total} ${unit}, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, done);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}

/** For `onEmbedding` of the system: a bar for each index of the taxonomy that has to be embedded. */
export function embeddingProgress(): EmbeddingProgress {
  let bar: Progress | undefined;
  return (kind, done, total) => {
    bar ??= progress(`Embedding ${kind.replace('-', ' ')} (once for a taxonomy and model)`, 'entries');
    bar.update(done, total);
    if (done < total) return;
    bar.stop();
    bar = undefined;
  };
}

const LINE_EVERY_MS = 10_000;

function lines(what: string, unit: string): Progress {
  let last = Date.now();
  return {
    update(done, total) {
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      say(`${what}: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${unit}`);
    },
    stop: () => undefined,
  };
}
