/** What every store must do with credentials and what they teach. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../services/store/store.ts';
import { buildCoverage, buildCredential } from '../../builders.ts';
import { hashOf, LINKER, NOW } from './store-fixture.ts';

const stored = (id: string, title = id, hash = 'a') => ({
  ...buildCredential(id, { title }),
  contentHash: hashOf(hash),
});

export function describeCredentialStore(store: () => Store): void {
  describe('credentials', () => {
    it('are added, changed or unchanged, and come back whole', async () => {
      const { credentials } = store();
      expect(await credentials.save([stored('a'), stored('b')], NOW)).toEqual({ added: 2, changed: 0, unchanged: 0 });
      const counts = await credentials.save([stored('a'), stored('b', 'New title', 'b')], NOW);
      expect(counts).toEqual({ added: 0, changed: 1, unchanged: 1 });
      expect(await credentials.all()).toEqual([
        buildCredential('a', { title: 'a' }),
        buildCredential('b', { title: 'New title' }),
      ]);
      expect(await credentials.credentials(['b', 'missing'])).toHaveLength(1);
    });

    it('keep the last of two with one id in the same page', async () => {
      const { credentials } = store();
      const counts = await credentials.save([stored('a', 'first'), stored('a', 'last', 'b')], NOW);
      expect(counts).toEqual({ added: 1, changed: 1, unchanged: 0 });
      expect((await credentials.all()).map(({ title }) => title)).toEqual(['last']);
    });

    it('are pending until linked by this linker, and again when they change', async () => {
      const { credentials } = store();
      await store().saveLinker(LINKER);
      await credentials.save([stored('a'), stored('b')], NOW);
      await credentials.saveCoverage('a', LINKER.id, []);
      expect(await credentials.pendingLinks(LINKER.id)).toEqual(['b']);
      expect(await credentials.pendingLinks('other', 1)).toEqual(['a']);
      await credentials.save([stored('a', 'New title', 'b')], NOW);
      expect(await credentials.pendingLinks(LINKER.id)).toEqual(['a', 'b']);
    });

    it('replace their coverage when linked again', async () => {
      const { credentials } = store();
      await store().saveLinker(LINKER);
      await credentials.save([stored('a'), stored('b')], NOW);
      const python = buildCoverage('a', 'python', 0.8, { state: 'declared' });
      await credentials.saveCoverage('a', LINKER.id, [python, buildCoverage('a', 'sql', 0.4)]);
      await credentials.saveCoverage('b', LINKER.id, [buildCoverage('b', 'python', 0.5)]);
      expect(await credentials.coverageOf(['python'])).toEqual([python, buildCoverage('b', 'python', 0.5)]);
      expect(await credentials.counts()).toEqual({ credentials: 2, linked: 2, coverages: 3 });
      await credentials.saveCoverage('a', LINKER.id, [buildCoverage('a', 'go', 0.9)]);
      expect((await credentials.coverageOf(['python', 'sql', 'go'])).map(({ skillId }) => skillId)).toEqual([
        'go',
        'python',
      ]);
      expect(await credentials.coverageOf([])).toEqual([]);
    });
  });
}
