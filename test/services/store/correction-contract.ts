/** What every store must do with corrections, and with links that are put right where they are. */
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../services/domain/correction.ts';
import { SkillId } from '../../../services/domain/skill.ts';
import type { Store } from '../../../services/store/store.ts';
import { buildLinked, buildPosting, buildRaw, LINKER, savePostings, WHOLE_SCOPE } from './store-fixture.ts';

const AT = '2026-11-01T09:30:00.000Z';
export const ALIAS: Correction = {
  kind: 'alias',
  skillId: SkillId.parse('python'),
  words: 'snake scripts',
  place: null,
  by: 'Ann',
  at: AT,
  why: 'the house calls it so',
};
const REJECTED: Correction = {
  ...ALIAS,
  kind: 'reject',
  words: 'Python',
  place: { postingId: 'a', quote: 'You know Python.', start: 9, end: 15 },
  by: null,
  why: null,
};

export function describeCorrectionStore(store: () => Store): void {
  describe('corrections', () => {
    it('come back as they were said, numbered in order', async () => {
      const { corrections } = store();
      const alias = await corrections.add(ALIAS);
      const rejected = await corrections.add(REJECTED);
      expect(rejected.id).toBeGreaterThan(alias.id);
      expect(await corrections.active()).toEqual([
        { ...ALIAS, id: alias.id, organisation: null, undone: null },
        { ...REJECTED, id: rejected.id, organisation: null, undone: null },
      ]);
    });

    it('hold until they are undone, once', async () => {
      const { corrections } = store();
      const { id } = await corrections.add(ALIAS);
      await corrections.undo(id, 'Bob', '2026-11-02T00:00:00Z');
      await corrections.undo(id, 'Eve', '2026-11-03T00:00:00Z');
      await corrections.undo(id + 1, null, AT);
      expect(await corrections.active()).toEqual([]);
      expect(await corrections.all()).toEqual([
        { ...ALIAS, id, organisation: null, undone: { by: 'Bob', at: '2026-11-02T00:00:00.000Z' } },
      ]);
    });

    it('outlive the rows of their posting', async () => {
      await savePostings(store(), [{ id: 'a' }]);
      await store().corrections.add(REJECTED);
      await store().postings.saveNormalised([buildPosting('a')]);
      expect(await store().corrections.active()).toMatchObject([REJECTED]);
    });
  });

  describe('stored links', () => {
    it('are found by plain letters of their sentences, in any case and width, of linked originals only', async () => {
      const { postings } = store();
      await savePostings(store(), [{ id: 'a', skills: { python: 0.5 } }, { id: 'b' }, { id: 'copy' }]);
      await postings.saveDuplicates([{ duplicateId: 'copy', originalId: 'a', kind: 'exact' }]);
      await postings.saveRaw([buildRaw('unlinked')]);
      await postings.saveNormalised([buildPosting('unlinked')]);
      const wide = buildLinked('b', {});
      await postings.saveLinked([
        { ...wide, requirements: wide.requirements.map((one) => ({ ...one, text: 'ＰＹＴhon ﬁles' })) },
      ]);
      expect(await postings.linkedWith('ython')).toEqual(['a', 'b']);
      expect(await postings.linkedWith('files')).toEqual(['b']);
      expect(await postings.linkedWith('%')).toEqual([]);
      expect(await postings.linkedWith(null)).toEqual(['a', 'b']);
    });

    it('come back with their sentences', async () => {
      await savePostings(store(), [{ id: 'a', skills: { python: 0.5, sql: 0.9 } }]);
      const { requirements, links } = buildLinked('a', { sql: 0.9, python: 0.5 });
      expect(await store().postings.storedLinks(['a', 'none'])).toEqual([{ postingId: 'a', requirements, links }]);
    });

    it('are replaced with their counts, and stay the work of their linker', async () => {
      const { postings, demand } = store();
      await savePostings(store(), [
        { id: 'a', skills: { python: 0.5, sql: 0.9 } },
        { id: 'b', skills: { sql: 0.5 } },
      ]);
      const { links, skills } = buildLinked('a', { sql: 0.8 });
      await postings.replaceLinks([{ postingId: 'a', links, skills }]);
      expect((await postings.storedLinks(['a']))[0]?.links).toEqual(links);
      const { skills: counted } = await demand.counts(WHOLE_SCOPE);
      // Counts are multiples of 2^-32.
      expect(counted).toMatchObject([{ skillId: 'sql', expectedCount: expect.closeTo(1.3, 8) as number }]);
      expect(await postings.pendingLinks(LINKER.id)).toEqual([]);
    });

    it('of a posting that was never linked are not made', async () => {
      const { postings } = store();
      await postings.saveRaw([buildRaw('a')]);
      await postings.saveNormalised([buildPosting('a')]);
      const { links, skills } = buildLinked('a', { sql: 0.8 });
      await postings.replaceLinks([{ postingId: 'a', links, skills }]);
      expect((await postings.counts()).links).toBe(0);
    });

    it('marked for relinking still count, and are pending until they are linked again', async () => {
      const { postings, demand } = store();
      await savePostings(store(), [{ id: 'a', skills: { python: 0.5 } }, { id: 'b' }]);
      await postings.markForRelinking(['a']);
      expect(await postings.pendingLinks(LINKER.id)).toEqual(['a']);
      expect((await demand.counts(WHOLE_SCOPE)).n).toBe(2);
      await postings.saveLinked([buildLinked('a', {})]);
      expect(await postings.pendingLinks(LINKER.id)).toEqual([]);
    });
  });

  describe('postings read for their words', () => {
    it('are of the scope or of everything else, with the places of links in their sentences', async () => {
      await savePostings(store(), [
        { id: 'a', regionPath: ['GB'], employer: 'Acme', employerKey: 'acme', place: 'Ely', skills: { python: 0.5 } },
        { id: 'b', regionPath: ['FR'], language: null },
        { id: 'c', regionPath: ['FR'], language: 'fr' },
      ]);
      const scope = { ...WHOLE_SCOPE, region: { code: 'GB', name: 'GB' } };
      const read = (side: 'inside' | 'outside', limit = 10) => store().demand.readPostings(scope, side, 'en', limit);
      expect(await read('inside')).toEqual([
        {
          postingId: 'a',
          title: 'Title of a',
          employer: 'Acme',
          employerKey: 'acme',
          place: 'Ely',
          sentences: [{ text: 'You know Python.', links: [{ start: 9, end: 15, confidence: 0.5 }] }],
        },
      ]);
      expect((await read('outside')).map(({ postingId }) => postingId)).toEqual(['b']);
      expect(await read('inside', 0)).toEqual([]);
    });

    it('may ask for nothing', async () => {
      await savePostings(store(), [{ id: 'a' }]);
      await store().postings.saveLinked([{ ...buildLinked('a', {}), requirements: [] }]);
      expect(await store().demand.readPostings(WHOLE_SCOPE, 'inside', 'en', 9)).toMatchObject([{ sentences: [] }]);
    });
  });
}
