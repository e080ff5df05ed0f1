/**
 * A connection to Redis that answers, or an error that says what to do: never a wait without end. The only file that
 * knows ioredis.
 *
 * The address in messages is host and port only: the URL may hold a password.
 */
import { setTimeout } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import { UnavailableError } from '../errors.ts';

export type RedisConnection = Redis;

/** Of the first connection and of each command of a producer. */
const ANSWER_TIMEOUT_MS = 4000;

/**
 * For producers: each command gives up after a few seconds, so that a caller hears about an outage.
 * @throws UnavailableError when Redis does not answer within 4 s
 */
export function connectProducer(redisUrl: string): Promise<RedisConnection> {
  return connect(redisUrl, {
    maxRetriesPerRequest: 4,
    retryStrategy: (times) => Math.min(times * 200, 800),
    commandTimeout: ANSWER_TIMEOUT_MS,
  });
}

/**
 * For workers: once connected they wait for Redis to come back however long it takes.
 * @throws UnavailableError when Redis does not answer within 4 s
 */
export function connectWorker(redisUrl: string): Promise<RedisConnection> {
  return connect(redisUrl, { maxRetriesPerRequest: null });
}

/** Runs commands of a producer. @throws UnavailableError in place of whatever the connection throws */
export async function answering<Result>(redis: RedisConnection, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { host = '127.0.0.1', port = 6379 } = redis.options;
    throw unavailable(`${host}:${port}`, error);
  }
}

async function connect(redisUrl: string, options: RedisOptions): Promise<RedisConnection> {
  const redis = new Redis(redisUrl, { ...options, lazyConnect: true, connectTimeout: ANSWER_TIMEOUT_MS });
  let lastError: unknown;
  redis.on('error', (error) => (lastError = error)); // without a listener ioredis writes to the console
  const timer = new AbortController();
  try {
    const timeout = setTimeout(ANSWER_TIMEOUT_MS, undefined, { signal: timer.signal }).then(() => {
      throw new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`);
    });
    await Promise.race([redis.connect().then(() => redis.ping()), timeout]);
    return redis;
  } catch (error) {
    redis.disconnect();
    const { host = '127.0.0.1', port = 6379 } = redis.options;
    throw unavailable(`${host}:${port}`, lastError ?? error);
  } finally {
    timer.abort();
  }
}

function unavailable(address: string, cause: unknown): UnavailableError {
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : 'no connection';
  return new UnavailableError(
    `Redis at ${address} does not answer (${reason}): start it, or unset REDIS_URL to run jobs in this process.`,
    { cause },
  );
}
