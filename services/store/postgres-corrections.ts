/** The table of corrections: added and undone, never changed. */
import { Correction, type StoredCorrection } from '../domain/correction.ts';
import { storableText, type SqlDriver } from './sql-driver.ts';
import type { CorrectionStore } from './correction-store.ts';
import { isVisible, ownerOf, type View } from './view.ts';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const COLUMNS = `
  id, organisation, kind, skill_id as "skillId", words, posting_id as "postingId", quote, start_offset as start, end_offset as "end",
  made_by as by, to_char(made_at at time zone 'UTC', ${INSTANT}) as at, why, undone_by as "undoneBy",
  to_char(undone_at at time zone 'UTC', ${INSTANT}) as "undoneAt"`;

interface Row {
  id: number;
  organisation: string | null;
  kind: string;
  skillId: string;
  words: string;
  postingId: string | null;
  quote: string | null;
  start: number | null;
  end: number | null;
  by: string | null;
  at: string;
  why: string | null;
  undoneBy: string | null;
  undoneAt: string | null;
}

export function postgresCorrections(driver: SqlDriver, view: View = 'everything'): CorrectionStore {
  const select = async (where: string) =>
    (
      await driver.query<Row>(
        `select ${COLUMNS} from correction where ${isVisible(view, 'correction')} and ${where} order by id`,
      )
    ).map(toCorrection);
  return {
    async add({ kind, skillId, words, place, by, at, why }) {
      const text = (value: string | null | undefined) => (value == null ? null : storableText(value));
      const [row] = await driver.query<Row>(
        `insert into correction (kind, skill_id, words, posting_id, quote, start_offset, end_offset, made_by, made_at, why, organisation)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COLUMNS}`,
        [
          kind,
          text(skillId),
          text(words),
          text(place?.postingId),
          text(place?.quote),
          place?.start ?? null,
          place?.end ?? null,
          text(by),
          at,
          text(why),
          ownerOf(view),
        ],
      );
      if (row === undefined) throw new Error('The insertion of a correction returned nothing.');
      return toCorrection(row);
    },
    active: () => select('undone_at is null'),
    all: () => select('true'),
    async undo(id, by, at) {
      await driver.query(
        `update correction set undone_by = $2, undone_at = $3 where id = $1 and undone_at is null and ${isVisible(view, 'correction')}`,
        [id, by === null ? null : storableText(by), at],
      );
    },
  };
}

function toCorrection({
  id,
  organisation,
  postingId,
  quote,
  start,
  end,
  undoneBy,
  undoneAt,
  ...row
}: Row): StoredCorrection {
  const place = postingId === null ? null : { postingId, quote, start, end };
  return {
    id,
    organisation,
    ...Correction.parse({ ...row, place }),
    undone: undoneAt === null ? null : { by: undoneBy, at: undoneAt },
  };
}
