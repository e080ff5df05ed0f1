import { describe, expect, it } from 'vitest';
import { diffReports, reportGaps } from '../../../services/answers/report-gaps.ts';
import type { StoredGapReport } from '../../../services/store/store.ts';
import { buildCount, buildCounts } from '../../builders.ts';
import { answerDeps, OPTIONS, PROFILE, type Market } from './answer-fixture.ts';

const GB = { region: 'GB' };
const counted = (python: number, n = 100): Market => ({
  counts: (scope) =>
    scope.region === null
      ? buildCounts(1000, [buildCount('python', 400)], 90)
      : buildCounts(n, [buildCount('python', python)], 9),
});
const reportOf = (market: Market, deps: Partial<ReturnType<typeof answerDeps>> = {}, request = GB) =>
  reportGaps(request, { ...answerDeps(market), ...deps }, OPTIONS);

describe('a gap report', () => {
  it('has an id of what it was made from: the same again, another when anything differs', async () => {
    const { id } = await reportOf(counted(30));
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect((await reportOf(counted(30))).id).toBe(id);
    const others = await Promise.all([
      reportOf(counted(31)),
      reportOf(counted(30), { modelId: 'other' }),
      reportOf(counted(30), { linkerId: 'other' }),
      reportOf(counted(30), { taxonomy: { name: 'own', version: '2' } }),
      reportOf(counted(30), {}, { region: 'FR' }),
      reportGaps(GB, answerDeps(counted(30)), { ...OPTIONS, seed: 2 }),
    ]);
    expect(new Set([id, ...others.map((other) => other.id)]).size).toBe(7);
  });

  it('is never made of a learner', async () => {
    const request = { ...GB, profile: PROFILE };
    await expect(reportGaps(request, answerDeps(), OPTIONS)).rejects.toThrow('leave out --snapshot');
  });
});

describe('the difference of two reports', () => {
  const stored = async (...markets: Market[]) => {
    const reports = await Promise.all(markets.map((market) => reportOf(market)));
    const rows = reports.map((report): StoredGapReport => ({ report, storedAt: '2026-01-01T00:00:00Z' }));
    const find = (id: string) => Promise.resolve(rows.find(({ report }) => report.id === id) ?? null);
    return { ids: reports.map(({ id }) => id), find };
  };

  it('says what changed and why', async () => {
    const { ids, find } = await stored(counted(30), counted(60));
    const diff = await diffReports(ids[0]!, ids[1]!, { find });
    expect(diff).toMatchObject({ before: { id: ids[0], postingCount: 100 }, after: { id: ids[1] }, notes: [] });
    expect(diff.changes).toMatchObject([{ skill: { id: 'python' }, cause: 'demand', isClear: true }]);
  });

  it('shows no change to or from a suppressed report', async () => {
    const { ids, find } = await stored(counted(30), counted(5, 9));
    const diff = await diffReports(ids[0]!, ids[1]!, { find });
    expect(diff.changes).toEqual([]);
    expect(diff.notes.join(' ')).toContain('is suppressed');
  });

  it('refuses an id that names no report', async () => {
    const { find } = await stored(counted(30));
    await expect(diffReports('nothing', 'nothing', { find })).rejects.toThrow('"nothing"');
  });
});
