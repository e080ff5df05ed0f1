/** Which servers the tests may use. Tests that need one skip loudly without it; Redis: queue/reachable-redis.ts. */
import { testDatabaseUrlFromEnvironment } from '../services/config.ts';

/** The server named by TEST_DATABASE_URL, or undefined when it is not set. Every run makes a schema of its own there. */
export function testDatabaseUrl(): string | undefined {
  return testDatabaseUrlFromEnvironment();
}
