/** Whether the Redis of REDIS_URL answers: for `doctor` and the readiness of the API. */
import { UnavailableError } from '../errors.ts';
import { createRedisQueue } from '../queue/redis-queue.ts';

export async function checkRedis(redisUrl: string): Promise<{ isReachable: boolean; detail: string }> {
  try {
    const queue = await createRedisQueue(redisUrl, { prefix: 'skillgap-check' });
    await queue.close();
    return { isReachable: true, detail: 'the Redis of REDIS_URL answers' };
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return { isReachable: false, detail: error.message };
  }
}
