/** POST /v1/gap-reports, GET /v1/gap-reports/{id}, /v1/gap-changes: gaps kept as they were, and what changed since. */
import { z } from 'zod';
import { diffReports, findReport, reportGaps } from '../../answers/report-gaps.ts';
import { GapReportDiff, StoredReportReply } from '../../domain/gap-report.ts';
import type { GapReportStore } from '../../store/store.ts';
import type { Caller } from '../caller.ts';
import { endpoint } from '../endpoint.ts';
import type { RouteDeps } from './route-deps.ts';
import { optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

export interface ReportDeps extends Pick<RouteDeps, 'answers' | 'now'> {
  /** Reports as the caller sees them. */
  storeOf: (caller: Caller) => { gapReports: GapReportStore };
}

const ReportId = z.string().regex(/^[0-9a-f]{4,16}$/u);

export function reportEndpoints({ answers, storeOf, now }: ReportDeps) {
  return [
    endpoint({
      method: 'post',
      path: '/v1/gap-reports',
      summary: 'Stores every published gap of a scope; the same numbers have the same id',
      roles: ['provider', 'employer', 'operator'],
      request: ScopeQuery.omit({ framework: true, top: true }),
      reply: StoredReportReply,
      answer: async (query, caller) => {
        const report = await reportGaps(requestOf(query), await answers(caller), optionsOf({ ...query, top: 1 }));
        const { gapReports } = storeOf(caller);
        await gapReports.save(report, now().toISOString());
        const { storedAt } = await findReport(report.id, gapReports);
        return { ...report, storedAt };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/gap-reports/{id}',
      summary: 'A stored report by its id or the beginning of it',
      request: z.object({ id: ReportId }),
      reply: StoredReportReply,
      answer: async ({ id }, caller) => {
        const { report, storedAt } = await findReport(id, storeOf(caller).gapReports);
        return { ...report, storedAt };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/gap-changes',
      summary: 'What changed between two stored reports, and why',
      request: z.object({ before: ReportId, after: ReportId }),
      reply: GapReportDiff,
      answer: async ({ before, after }, caller) => diffReports(before, after, storeOf(caller).gapReports),
    }),
  ] as const;
}
