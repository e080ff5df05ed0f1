import { describe, expect, it } from 'vitest';
import { InvalidInputError, TransientError } from '../../../services/errors.ts';
import { judgeFailure } from '../../../services/queue/judge-failure.ts';
import { asStoreError } from '../../../services/store/lost-connection.ts';
import { openPg } from '../../../services/store/pg-driver.ts';
import type { SqlDriver } from '../../../services/store/sql-driver.ts';
import { testDatabaseUrl } from '../../services.ts';

const databaseUrl = testDatabaseUrl();
const DIE = 'select pg_terminate_backend(pg_backend_pid())';

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

async function withDriver(work: (driver: SqlDriver) => Promise<void>): Promise<void> {
  const driver = await openPg(databaseUrl ?? '');
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

describe.skipIf(databaseUrl === undefined)('a lost connection (skipped without TEST_DATABASE_URL)', () => {
  it('in a statement is transient, so that the queue tries again, and the next statement works', async () => {
    await withDriver(async (driver) => {
      const error = await failure(driver.query(DIE));
      expect(error).toBeInstanceOf(TransientError);
      expect(judgeFailure(error)).toEqual({ kind: 'retry' });
      expect(await driver.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  it('in a transaction is transient, and the connection is not used again', async () => {
    await withDriver(async (driver) => {
      for (let turn = 0; turn < 6; turn++) {
        expect(await failure(driver.transaction((inner) => inner.query(DIE)))).toBeInstanceOf(TransientError);
      }
      expect(await driver.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  it('between two statements of a transaction ends neither the process nor the driver', async () => {
    await withDriver(async (driver) => {
      const work = driver.transaction(async (inner) => {
        const [row] = await inner.query<{ pid: number }>('select pg_backend_pid() as pid');
        await driver.query('select pg_terminate_backend($1::int, 5000)', [row?.pid]);
        await new Promise((resolve) => setImmediate(resolve));
        await inner.query('select 1');
      });
      expect(await failure(work)).toBeInstanceOf(TransientError);
      expect(await driver.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  it('is not what a wrong statement is', async () => {
    await withDriver(async (driver) => {
      expect(await failure(driver.query('select nothing from nowhere'))).not.toBeInstanceOf(TransientError);
      const refused = new InvalidInputError('refused');
      expect(await failure(driver.transaction(() => Promise.reject(refused)))).toBe(refused);
    });
  });
});

describe('an error of the database', () => {
  it.each(['08006', '53300', '57P01', '57P03', '40001', '40P01', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])(
    'with the code %s is transient',
    (code) => {
      const error = Object.assign(new Error('lost'), { code });
      expect(asStoreError(error)).toBeInstanceOf(TransientError);
      expect((asStoreError(error) as Error).cause).toBe(error);
    },
  );

  it('of the driver, which has no code, is transient by what it says', () => {
    expect(asStoreError(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(TransientError);
    expect(asStoreError(new Error('timeout exceeded when trying to connect'))).toBeInstanceOf(TransientError);
  });

  it.each(['23505', '42P01', '57014', 'ENOENT', ''])('with the code "%s" stays as it is', (code) => {
    const error = Object.assign(new Error('wrong'), { code });
    expect(asStoreError(error)).toBe(error);
  });
});
