/** Stored gap reports: whole documents, found by the beginning of their id. */
import { GapReport } from '../domain/gap-report.ts';
import type { SqlDriver } from './sql-driver.ts';
import type { GapReportStore } from './store.ts';
import { isVisible, ownerOf, type View } from './view.ts';

export function postgresGapReports(driver: SqlDriver, view: View = 'everything'): GapReportStore {
  return {
    async save(report, storedAt) {
      await driver.query(
        `insert into gap_report (id, stored_at, document, organisation) values ($1, $2, $3::jsonb, $4)
         on conflict do nothing`,
        [report.id, storedAt, JSON.stringify(report), ownerOf(view)],
      );
    },

    async find(idPrefix) {
      const rows = await driver.query<{ document: unknown; storedAt: string }>(
        `select document, to_char(stored_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "storedAt"
         from (select distinct on (id) id, document, stored_at from gap_report
           where starts_with(id, $1) and ${isVisible(view, 'gap_report')} order by id, stored_at) as report limit 2`,
        [idPrefix],
      );
      const [only] = rows;
      if (only === undefined || rows.length > 1) return null;
      return { report: GapReport.parse(only.document), storedAt: only.storedAt };
    },
  };
}
