/** What every store must do with credentials and what they teach. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Credential } from '../../../services/domain/credential.ts';
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

    describe('that cover a skill', () => {
      const idsOf = ({ credentials }: { credentials: { id: string }[] }) => credentials.map(({ id }) => id);
      const [x, y] = [buildCoverage('x', 'python', 0.8), buildCoverage('y', 'python', 0.5)];
      beforeEach(async () => {
        const { credentials } = store();
        await store().saveLinker(LINKER);
        const of = (id: string, rest: Partial<Credential>) => ({
          ...buildCredential(id, rest),
          contentHash: hashOf(id),
        });
        await credentials.save(
          [
            of('x', { language: 'en-GB', workloadHours: 10, prerequisiteIds: ['base', 'gone'] }),
            of('y', { language: 'EN', workloadHours: 30, prerequisiteIds: ['y'] }),
            of('base', { language: 'sv', prerequisiteIds: ['root', 'x'] }),
            of('root', {}),
            of('zero', { workloadHours: 1 }),
            of('other', { title: ' Held Elsewhere ' }),
          ],
          NOW,
        );
        await credentials.saveCoverage('x', LINKER.id, [x, buildCoverage('x', 'sql', 0.4)]);
        await credentials.saveCoverage('y', LINKER.id, [y]);
        await credentials.saveCoverage('zero', LINKER.id, [buildCoverage('zero', 'python', 0)]);
        await credentials.saveCoverage('other', LINKER.id, [buildCoverage('other', 'go', 0.7)]);
      });

      it('come with all they need first and with their coverage, and nothing else does', async () => {
        const found = await store().credentials.covering(['python']);
        expect(idsOf(found)).toEqual(['base', 'root', 'x', 'y']);
        expect(found.coverages).toEqual([x, y]);
        expect(found.credentials[2]).toEqual(
          buildCredential('x', { language: 'en-GB', workloadHours: 10, prerequisiteIds: ['base', 'gone'] }),
        );
        expect(await store().credentials.covering([])).toEqual({ credentials: [], coverages: [] });
      });

      it('are left out by what is wished for, an unknown value too, but not what the others need', async () => {
        const { credentials } = store();
        expect(idsOf(await credentials.covering(['python'], { languages: ['en'] }))).toEqual([
          'base',
          'root',
          'x',
          'y',
        ]);
        expect(idsOf(await credentials.covering(['python'], { languages: ['en-US', 'fr'], maxHours: 10 }))).toEqual([
          'base',
          'root',
          'x',
        ]);
        expect(idsOf(await credentials.covering(['python'], { languages: ['sv'] }))).toEqual([]);
        expect(idsOf(await credentials.covering(['go'], { maxHours: 99 }))).toEqual([]);
      });

      it('come beside those of the titles that are held', async () => {
        const found = await store().credentials.covering(['sql'], { titles: ['held elsewhere', 'unheard of'] });
        expect(idsOf(found)).toEqual(['base', 'other', 'root', 'x']);
      });
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
