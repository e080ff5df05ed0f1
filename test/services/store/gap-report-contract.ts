/** What every store must do with gap reports. */
import { describe, expect, it } from 'vitest';
import { GapReport } from '../../../services/domain/gap-report.ts';
import type { Store } from '../../../services/store/store.ts';
import { buildGap } from '../../builders.ts';
import { NOW, WHOLE_SCOPE } from './store-fixture.ts';

const report = (id: string): GapReport =>
  GapReport.parse({
    id,
    basis: {
      scope: WHOLE_SCOPE,
      framework: 'own',
      formulaVersion: 2,
      parameters: { seed: 1, minPostingCount: 2 },
      taxonomy: { name: 'own', version: '1' },
      modelId: 'hashing',
      linkerId: null,
      demandVersion: 'd',
      supplyVersion: 's',
    },
    scopeLabel: 'all occupations',
    postings: { n: 100, employers: 9, duplicatesRemoved: 0 },
    suppressed: null,
    gaps: [{ ...buildGap('python', 0.3), label: 'Python' }],
  });

export function describeGapReportStore(store: () => Store): void {
  describe('gap reports', () => {
    it('come back whole by the beginning of their id, stored when they first were', async () => {
      const { gapReports } = store();
      await gapReports.save(report('ab12'), NOW);
      await gapReports.save(report('ab12'), '2030-01-01T00:00:00Z');
      expect(await gapReports.find('ab')).toEqual({ report: report('ab12'), storedAt: NOW });
    });

    it('are not guessed at: no id, an unknown one, or one that begins two', async () => {
      const { gapReports } = store();
      await gapReports.save(report('ab12'), NOW);
      await gapReports.save(report('ab34'), NOW);
      expect(await gapReports.find('cd')).toBeNull();
      expect(await gapReports.find('ab')).toBeNull();
      expect(await gapReports.find('ab_2')).toBeNull();
    });
  });
}
