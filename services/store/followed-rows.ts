/**
 * A kind of row in, the same rows kept in memory out, re-read only where they changed (table `row_change`).
 *
 * A newcomer would remember the highest version seen: transactions commit in another order than they begin, and the
 * change of a slow one would be missed for ever. What is remembered is the oldest transaction that was still open (the
 * snapshot's xmin); changes from it on that were read already are recognised and skipped.
 */
import type { SqlDriver } from './sql-driver.ts';

/** Which ids to read: a FROM clause with a column `subject_id`, and its parameters. */
export interface WantedIds {
  sql: string;
  parameters: unknown[];
}

export interface FollowedKind<State> {
  kind: 'posting' | 'credential';
  /** The table whose ids are all there are. */
  table: string;
  empty: () => State;
  /** Reads the rows of these ids in one statement and puts them into the state; an id without a row is removed. */
  read: (driver: SqlDriver, wanted: WantedIds, state: State) => Promise<void>;
}

interface Seen {
  horizon: string;
  changes: Set<string>;
}

/** The rows as they are now. Calls wait for each other, so each sees what was committed before it was made. */
export function followRows<State>(driver: SqlDriver, followed: FollowedKind<State>): () => Promise<State> {
  let state: State | undefined;
  let seen: Seen = { horizon: '0', changes: new Set() };
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<State> => {
    if (state === undefined) {
      const now = await changesSince(driver, followed.kind, null);
      const first = followed.empty();
      await followed.read(driver, { sql: `select id as subject_id from ${followed.table}`, parameters: [] }, first);
      seen = now;
      state = first;
      return first;
    }
    const now = await changesSince(driver, followed.kind, seen.horizon);
    if ([...now.changes].some((change) => !seen.changes.has(change))) {
      const wanted = {
        sql: 'select distinct subject_id from row_change where kind = $1 and changed_in >= $2::text::xid8',
        parameters: [followed.kind, seen.horizon],
      };
      await followed.read(driver, wanted, state);
    }
    seen = now;
    return state;
  };

  return () => {
    // A failed call must not fail the ones after it.
    const turn = last.then(refresh, refresh);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** @param horizon null: only where to begin from now on */
async function changesSince(driver: SqlDriver, kind: string, horizon: string | null): Promise<Seen> {
  const [row] = await driver.query<{ horizon: string; changes: string | null }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
       (select string_agg(changed_in || ' ' || subject_id, chr(10)) from row_change
        where kind = $1 and changed_in >= $2::text::xid8) as changes`,
    [kind, horizon],
  );
  return { horizon: row?.horizon ?? '0', changes: new Set(row?.changes?.split('\n') ?? []) };
}
