/**
 * Loaded before the command line (`--import`): counts the SQL statements of the process, and with `?kill=N` ends it by
 * SIGKILL when it is about to send the Nth. With `?count=FILE` the file holds the count in the end.
 *
 * A signal from outside would hit another moment on every machine; this one is as deadly and hits the same.
 */
import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

type Method = (this: unknown, ...parameters: unknown[]) => unknown;
type Statements = Record<'query' | 'exec' | 'transaction', Method>;

const settings = new URL(import.meta.url).searchParams;
const killAt = Number(settings.get('kill') ?? Number.POSITIVE_INFINITY);
const countFile = settings.get('count');
let sent = 0;

function counting(send: Method): Method {
  return function (...parameters) {
    sent += 1;
    if (sent >= killAt) process.kill(process.pid, 'SIGKILL');
    return send.apply(this, parameters);
  };
}

const database = PGlite.prototype as unknown as Statements;
const transaction = database.transaction;
database.query = counting(database.query);
database.exec = counting(database.exec);
database.transaction = function (work: unknown) {
  return transaction.call(this, (inside: Statements) =>
    (work as Method).call(undefined, {
      query: counting(inside.query),
      exec: counting(inside.exec),
    }),
  );
};

if (countFile !== null) {
  process.once('exit', () => {
    writeFileSync(countFile, String(sent));
  });
}
