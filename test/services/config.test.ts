import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetsFolderFromEnvironment, readConfig } from '../../services/config.ts';
import { ConfigError } from '../../services/errors.ts';

function messageOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig({}, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('The settings were accepted.');
}

describe('the settings', () => {
  it('need nothing: the defaults keep everything on this machine, in var/', () => {
    expect(readConfig({}, {})).toEqual({
      homeFolder: path.resolve('var'),
      model: 'minilm-l6-v2',
      modelFolder: path.resolve('var/models'),
      databaseUrl: undefined,
      redisUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      apiKey: undefined,
      requestsPerMinute: 600,
      origins: [],
      webFolder: path.resolve('dist/web'),
      logLevel: 'warn',
    });
  });

  it('come from the environment', () => {
    const config = readConfig(
      {},
      {
        SKILLGAP_HOME: '/srv/skillgap',
        SKILLGAP_MODEL: 'hashing',
        DATABASE_URL: 'postgresql://db/skillgap',
        REDIS_URL: 'rediss://queue',
        PORT: '0',
        HOST: '::1',
        SKILLGAP_API_KEY: '0123456789abcdef',
        SKILLGAP_RATE_LIMIT: '5',
        SKILLGAP_ORIGINS: 'https://a.example,http://localhost:5173',
        SKILLGAP_LOG_LEVEL: 'debug',
      },
    );
    expect(config).toEqual({
      homeFolder: '/srv/skillgap',
      model: 'hashing',
      modelFolder: '/srv/skillgap/models',
      databaseUrl: 'postgresql://db/skillgap',
      redisUrl: 'rediss://queue',
      port: 0,
      host: '::1',
      apiKey: '0123456789abcdef',
      requestsPerMinute: 5,
      origins: ['https://a.example', 'http://localhost:5173'],
      webFolder: path.resolve('dist/web'),
      logLevel: 'debug',
    });
  });

  it('given on the command line win, and the models stay where they are shared', () => {
    const config = readConfig(
      { home: '/tmp/one', model: 'hashing', port: 8080 },
      { SKILLGAP_HOME: '/srv/skillgap', SKILLGAP_MODEL: 'other', PORT: '1' },
    );
    expect(config).toMatchObject({
      homeFolder: '/tmp/one',
      model: 'hashing',
      port: 8080,
      modelFolder: '/srv/skillgap/models',
    });
  });

  it('count as not set when they are empty', () => {
    expect(readConfig({}, { PORT: '', DATABASE_URL: '', SKILLGAP_HOME: '' })).toEqual(readConfig({}, {}));
  });

  it('are refused all at once, each by its name', () => {
    const message = messageOf({
      DATABASE_URL: 'mysql://db',
      REDIS_URL: 'http://queue',
      PORT: '70000',
      SKILLGAP_API_KEY: 'short',
      SKILLGAP_LOG_LEVEL: 'loud',
    });
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'PORT', 'SKILLGAP_API_KEY', 'SKILLGAP_LOG_LEVEL']) {
      expect(message).toContain(name);
    }
    expect(message).toContain('must start with postgres:// or postgresql://');
    expect(message).toContain('must have at least 16 characters');
  });

  it.each(['65536', '-1', '3000.5', 'http', '0x50000'])('refuse the port %s', (port) => {
    expect(messageOf({ PORT: port })).toContain('PORT');
  });

  it.each(['0', '65535'])('take the port %s', (port) => {
    expect(readConfig({}, { PORT: port }).port).toBe(Number(port));
  });

  it('take a key of 16 characters and none of 15', () => {
    expect(readConfig({}, { SKILLGAP_API_KEY: 'k'.repeat(16) }).apiKey).toHaveLength(16);
    expect(messageOf({ SKILLGAP_API_KEY: 'k'.repeat(15) })).toContain('SKILLGAP_API_KEY');
  });

  it('never print a secret that is wrong', () => {
    const message = messageOf({
      DATABASE_URL: 'mysql://user:hunter2@db',
      REDIS_URL: 'http://:swordfish@queue',
      SKILLGAP_API_KEY: 'opensesame',
    });
    for (const secret of ['hunter2', 'swordfish', 'opensesame']) expect(message).not.toContain(secret);
  });

  it('say where the datasets are only when somebody set it', () => {
    expect(datasetsFolderFromEnvironment({})).toBeUndefined();
    expect(datasetsFolderFromEnvironment({ SKILLGAP_DATASETS: '' })).toBeUndefined();
    expect(datasetsFolderFromEnvironment({ SKILLGAP_DATASETS: 'some/folder' })).toBe(path.resolve('some/folder'));
  });
});
