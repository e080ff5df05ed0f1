/** What every store must do with postings, from raw to linked. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../services/store/store.ts';
import { collect } from '../files/temporary-folder.ts';
import { buildLinked, buildPosting, buildRaw, hashOf, LINKER, savePostings } from './store-fixture.ts';

export function describePostingStore(store: () => Store): void {
  describe('raw postings', () => {
    it('are added, changed or unchanged, and counted so', async () => {
      const { postings } = store();
      expect(await postings.saveRaw([buildRaw('a'), buildRaw('b')])).toEqual({ added: 2, changed: 0, unchanged: 0 });
      const second = [buildRaw('a'), buildRaw('b', { contentHash: hashOf('b') }), buildRaw('c')];
      expect(await postings.saveRaw(second)).toEqual({ added: 1, changed: 1, unchanged: 1 });
    });

    it('come back as they were received, time in UTC', async () => {
      const { postings } = store();
      const raw = buildRaw('a', { url: 'https://example.org/1', payload: { title: 'T', nested: { list: [1, null] } } });
      await postings.saveRaw([raw]);
      expect(await postings.rawPostings(['a', 'missing'])).toEqual([raw]);
    });

    it('keep the last of two with one id in the same page, as over two pages', async () => {
      const { postings } = store();
      const counts = await postings.saveRaw([
        buildRaw('a', { payload: { title: 'first' } }),
        buildRaw('a', { contentHash: hashOf('b'), payload: { title: 'last' } }),
      ]);
      expect(counts).toEqual({ added: 1, changed: 1, unchanged: 0 });
      expect((await postings.rawPostings(['a']))[0]?.payload).toEqual({ title: 'last' });
    });

    it('of an empty page change nothing', async () => {
      expect(await store().postings.saveRaw([])).toEqual({ added: 0, changed: 0, unchanged: 0 });
    });
  });

  describe('normalisation', () => {
    it('is pending for new, changed and older postings only', async () => {
      const { postings } = store();
      await postings.saveRaw([buildRaw('done'), buildRaw('new')]);
      await postings.saveNormalised([buildPosting('done')]);
      expect(await postings.pendingNormalisation(1)).toEqual(['new']);
      expect(await postings.pendingNormalisation(2)).toEqual(['done', 'new']);
      await postings.saveRaw([buildRaw('done', { contentHash: hashOf('b') })]);
      expect(await postings.pendingNormalisation(1)).toEqual(['done', 'new']);
    });

    it('leaves out what was set aside, until it changes', async () => {
      const { postings } = store();
      await postings.saveRaw([buildRaw('bad')]);
      await postings.rejectRaw('bad', 'Posting bad: no title.');
      expect(await postings.pendingNormalisation(1)).toEqual([]);
      expect((await postings.counts()).rejected).toBe(1);
      await postings.saveRaw([buildRaw('bad', { contentHash: hashOf('b') })]);
      expect(await postings.pendingNormalisation(1)).toEqual(['bad']);
      expect((await postings.counts()).rejected).toBe(0);
    });

    it('keeps every field, dates as days, and unlinks a posting that is normalised again', async () => {
      const { postings } = store();
      const full = { employer: 'Acme', employerKey: 'acme', regionCode: 'UKH', postedOn: '2025-03-30', place: 'Ely' };
      await savePostings(store(), [{ id: 'a', ...full, regionPath: ['GB', 'UKH'], skills: { python: 0.9 } }]);
      const [found] = await postings.postings(['a']);
      const { contentHash, normaliserVersion, regionPath, ...posting } = buildPosting('a', full);
      expect(found).toEqual({ ...posting, organisation: null });
      expect(found).not.toMatchObject({ contentHash, normaliserVersion, regionPath });
      expect(await postings.pendingLinks(LINKER.id)).toEqual([]);
      await postings.saveNormalised([buildPosting('a')]);
      expect(await postings.pendingLinks(LINKER.id)).toEqual(['a']);
      expect((await postings.counts()).links).toBe(0);
    });

    it('reads all postings, page after page', async () => {
      const { postings } = store();
      const ids = Array.from({ length: 1001 }, (_, at) => `p${String(at).padStart(4, '0')}`);
      await postings.saveRaw(ids.map((id) => buildRaw(id)));
      await postings.saveNormalised(ids.map((id) => buildPosting(id, { description: '' })));
      expect((await collect(postings.eachPosting())).map(({ id }) => id)).toEqual(ids);
    });
  });

  describe('duplicates', () => {
    it('are marked, marked otherwise, and cleared by a later finding', async () => {
      const { postings } = store();
      await savePostings(store(), [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
      await postings.saveDuplicates([{ duplicateId: 'b', originalId: 'a', kind: 'near' }]);
      expect(await postings.pendingLinks('other')).toEqual(['a', 'c']);
      expect((await postings.counts()).duplicates).toBe(1);
      await postings.saveDuplicates([{ duplicateId: 'c', originalId: 'a', kind: 'exact' }]);
      expect(await postings.pendingLinks('other')).toEqual(['a', 'b']);
      await postings.saveDuplicates([]);
      expect(await postings.pendingLinks('other')).toEqual(['a', 'b', 'c']);
      expect((await postings.counts()).duplicates).toBe(0);
    });
  });

  describe('linked rows', () => {
    it('replace what an earlier linker found', async () => {
      const { postings } = store();
      await savePostings(store(), [{ id: 'a', skills: { python: 0.9, sql: 0.8 } }]);
      expect(await postings.counts()).toMatchObject({ linked: 1, links: 2 });
      await store().saveLinker({ ...LINKER, id: 'linker-2' });
      expect(await postings.pendingLinks('linker-2', 5)).toEqual(['a']);
      await postings.saveLinked([buildLinked('a', { go: 0.7 }, { linkerId: 'linker-2' })]);
      expect(await postings.counts()).toMatchObject({ linked: 1, links: 1 });
    });

    it('name the linker behind most postings', async () => {
      expect(await store().lastLinker('own')).toBeNull();
      await savePostings(store(), [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
      await store().saveLinker({ ...LINKER, id: 'linker-0' });
      await store().postings.saveLinked([buildLinked('c', {}, { linkerId: 'linker-0' })]);
      expect(await store().lastLinker('own')).toEqual(LINKER);
      expect(await store().lastLinker('esco')).toBeNull();
    });

    it('are saved together or not at all', async () => {
      await savePostings(store(), [{ id: 'a', skills: { python: 0.9 } }, { id: 'b' }]);
      const broken = buildLinked('b', { sql: 0.5 }, { linkerId: 'nobody' });
      await expect(store().postings.saveLinked([buildLinked('a', { go: 0.5 }), broken])).rejects.toThrow();
      const evidence = await store().postings.counts();
      expect(evidence.links).toBe(1);
    });

    it('are pending in order of id, as many as asked for', async () => {
      await savePostings(store(), [{ id: 'c' }, { id: 'a' }, { id: 'b' }]);
      expect(await store().postings.pendingLinks('other', 2)).toEqual(['a', 'b']);
    });
  });
}
