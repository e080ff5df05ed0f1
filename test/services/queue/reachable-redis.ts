/** Which Redis the tests may use: REDIS_URL, else one that listens on 127.0.0.1:6379, else none. */
import { connect } from 'node:net';
import { readConfig } from '../../../services/config.ts';

const LOCAL_PORT = 6379;

export async function reachableRedisUrl(): Promise<string | undefined> {
  const configured = readConfig().redisUrl;
  if (configured !== undefined) return configured;
  const isListening = await new Promise<boolean>((resolve) => {
    const socket = connect(LOCAL_PORT, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  return isListening ? `redis://127.0.0.1:${LOCAL_PORT}` : undefined;
}
