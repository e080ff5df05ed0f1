/**
 * A PostgreSQL server (or anything that speaks its protocol) through `pg`.
 */
import { Pool, type PoolClient } from 'pg';
import { UnavailableError } from '../errors.ts';
import { asStoreError } from './lost-connection.ts';
import type { SqlDriver } from './sql-driver.ts';

/** @throws UnavailableError when the server does not answer */
export async function openPg(connectionString: string, schema?: string): Promise<SqlDriver> {
  const pool = new Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5000,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new UnavailableError(
      'The PostgreSQL server of DATABASE_URL does not answer: start it, correct DATABASE_URL, or unset it to use the embedded store.',
      { cause: error },
    );
  }
  return {
    ...statements(pool),
    async transaction(work) {
      const client = await translated(() => pool.connect());
      // A connection that breaks between two statements says so by an event; unheard it would end the process.
      let lost: Error | undefined;
      const onLost = (error: Error) => (lost = error);
      client.on('error', onLost);
      try {
        await translated(() => client.query('begin'));
        const result = await work(joined(client));
        await translated(() => client.query('commit'));
        client.off('error', onLost);
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: unknown) => (lost ??= asError(failure)));
        client.off('error', onLost);
        // With an error the pool closes the connection instead of handing it out again.
        client.release(lost);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

function statements(connection: Pool | PoolClient): Pick<SqlDriver, 'query' | 'execute'> {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await translated(() => connection.query(sql, [...parameters]));
      return rows as Row[];
    },
    async execute(sql) {
      await translated(() => connection.query(sql));
    },
  };
}

function joined(client: PoolClient): SqlDriver {
  const driver: SqlDriver = {
    ...statements(client),
    transaction: (work) => work(driver),
    close: () => Promise.reject(new Error('A transaction cannot close its connection.')),
  };
  return driver;
}

async function translated<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw asStoreError(error);
  }
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
