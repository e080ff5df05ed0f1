/**
 * The only reader of the environment. A bad value stops the start with every problem listed; values of
 * secrets (connection strings) are never printed.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

const url = (protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(protocol)), {
    message: `must start with ${protocols.join(' or ')}`,
  });

const Environment = z.object({
  SKILLGAP_HOME: z.string().min(1).default('var'),
  SKILLGAP_MODEL: z.string().min(1).default('minilm-l6-v2'),
  DATABASE_URL: url(['postgres://', 'postgresql://']).exactOptional(),
  REDIS_URL: url(['redis://', 'rediss://']).exactOptional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SKILLGAP_API_KEY: z.string().min(16, 'must have at least 16 characters').exactOptional(),
  SKILLGAP_RATE_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(600),
  SKILLGAP_ORIGINS: z
    .string()
    .regex(
      /^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/u,
      'must be origins such as https://example.org, with commas between',
    )
    .exactOptional(),
  SKILLGAP_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export interface Config {
  /** Absolute path of the folder that holds all run-time state. */
  homeFolder: string;
  /** `minilm-l6-v2` (the npm package), the same in floats as `minilm-l6-v2-fp32`, `hashing`, a hub id or a local folder. */
  model: string;
  /** Where models are built or downloaded once; shared by every home folder of this checkout. */
  modelFolder: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  port: number;
  host: string;
  /** An operator's key beside those of `skillgap keys`, for a container that is started without a store. */
  apiKey: string | undefined;
  /** Requests a minute of one key, or of one address that shows none. */
  requestsPerMinute: number;
  /** Origins of pages on other hosts that may ask the API. */
  origins: string[];
  /** Where `npm run build:web` puts the page. */
  webFolder: string;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Settings given on the command line win over the environment. */
export interface ConfigOverrides {
  home?: string | undefined;
  model?: string | undefined;
  port?: number | undefined;
}

/** @throws ConfigError listing every wrong variable by name */
export function readConfig(overrides: ConfigOverrides = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`The environment has wrong settings: ${problems.join('; ')}.`);
  }
  const settings = parsed.data;
  return {
    homeFolder: path.resolve(overrides.home ?? settings.SKILLGAP_HOME),
    model: overrides.model ?? settings.SKILLGAP_MODEL,
    modelFolder: path.resolve(settings.SKILLGAP_HOME, 'models'),
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    port: overrides.port ?? settings.PORT,
    host: settings.HOST,
    apiKey: settings.SKILLGAP_API_KEY,
    requestsPerMinute: settings.SKILLGAP_RATE_LIMIT,
    origins: settings.SKILLGAP_ORIGINS?.split(',') ?? [],
    webFolder: fileURLToPath(new URL('../dist/web', import.meta.url)),
    logLevel: settings.SKILLGAP_LOG_LEVEL,
  };
}

/** The folder of real datasets that tests, benches and evaluations may read; undefined when not set. */
export function datasetsFolderFromEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = environment['SKILLGAP_DATASETS'];
  return folder === undefined || folder === '' ? undefined : path.resolve(folder);
}

/** A PostgreSQL server that tests may write to, each run in a schema of its own; undefined when not set. */
export function testDatabaseUrlFromEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const connectionString = environment['TEST_DATABASE_URL'];
  return connectionString === '' ? undefined : connectionString;
}

/** The browser that tests of the page drive: CHROMIUM_PATH, else where Debian puts it. It may not be there. */
export function chromiumPathFromEnvironment(environment: NodeJS.ProcessEnv = process.env): string {
  const browser = environment['CHROMIUM_PATH'];
  return browser === undefined || browser === '' ? '/usr/bin/chromium' : path.resolve(browser);
}
