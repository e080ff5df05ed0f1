/**
 * PostgreSQL inside this process (PGlite, WebAssembly). One process at a time may open a folder: a lock file says who.
 */
import { mkdirSync } from 'node:fs';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { UnavailableError } from '../errors.ts';
import { holdFolder } from './folder-lock.ts';
import type { SqlDriver } from './sql-driver.ts';

/**
 * PostgreSQL's own cache of pages. Its default of 128 MB is resident from the first moment here, and the operating system
 * keeps the same pages once more; a fourth of it answers as fast.
 */
const SHARED_BUFFERS = '32MB';

/** @throws UnavailableError when another process has the folder open, or it cannot be made */
export async function openPglite(folder: string): Promise<SqlDriver> {
  makeFolder(folder);
  const release = holdFolder(folder);
  try {
    const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`];
    const database = await PGlite.create(`${folder}/pgdata`, { startParams });
    return {
      ...statements(database),
      transaction: (work) => database.transaction((transaction) => work(joined(transaction))),
      close: async () => {
        await database.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnavailableError(`The folder ${folder} cannot be made: give another --home, or free this one.`, {
      cause: error,
    });
  }
}

function statements(database: PGlite | Transaction): Pick<SqlDriver, 'query' | 'execute'> {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await database.query<Row>(sql, [...parameters]);
      return rows;
    },
    async execute(sql) {
      await database.exec(sql);
    },
  };
}

function joined(transaction: Transaction): SqlDriver {
  const driver: SqlDriver = {
    ...statements(transaction),
    transaction: (work) => work(driver),
    close: () => Promise.reject(new Error('A transaction cannot close its connection.')),
  };
  return driver;
}
