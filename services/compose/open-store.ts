/** The store on the server of DATABASE_URL, or else embedded in the home folder. */
import path from 'node:path';
import type { Config } from '../config.ts';
import { openPg } from '../store/pg-driver.ts';
import { openPglite } from '../store/pglite-driver.ts';
import { openPostgresStore } from '../store/postgres-store.ts';
import type { Store } from '../store/store.ts';

/** @throws UnavailableError when the server does not answer or another process holds the home folder */
export async function openStore({
  databaseUrl,
  homeFolder,
}: Pick<Config, 'databaseUrl' | 'homeFolder'>): Promise<Store> {
  const driver =
    databaseUrl === undefined ? await openPglite(path.join(homeFolder, 'store')) : await openPg(databaseUrl);
  try {
    return await openPostgresStore(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
}
