/** Text that postings really contain and databases choke on: it must be stored, and change nothing around it. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../services/store/store.ts';
import { buildLinked, buildPosting, buildRaw, LINKER, savePostings, WHOLE_SCOPE } from './store-fixture.ts';

const NUL = '\u0000';
const HALF_PAIR = '\ud83d';
const QUOTES = `Robert'); drop table posting; -- "$1" \\ 🎉`;

export function describeHostileText(store: () => Store): void {
  describe('hostile text', () => {
    it('is stored without what PostgreSQL cannot hold', async () => {
      const { postings } = store();
      const payload = { title: `a${NUL}b${HALF_PAIR}c`, raw: { [`k${NUL}ey`]: QUOTES, [HALF_PAIR]: [NUL] } };
      await postings.saveRaw([buildRaw('p', { payload, url: QUOTES, licence: `x${NUL}` })]);
      const [found] = await postings.rawPostings(['p']);
      expect(found).toMatchObject({ url: QUOTES, licence: 'x' });
      expect(found?.payload).toEqual({ title: 'ab\ufffdc', raw: { key: QUOTES, '\ufffd': [''] } });
    });

    it('in ids finds the same posting again', async () => {
      const { postings } = store();
      const raw = buildRaw(`p${NUL}${HALF_PAIR}'"`);
      expect(await postings.saveRaw([raw])).toMatchObject({ added: 1 });
      expect(await postings.saveRaw([raw])).toMatchObject({ added: 0, unchanged: 1 });
      expect(await postings.rawPostings([raw.id])).toHaveLength(1);
      await postings.rejectRaw(raw.id, `because ${NUL} of ${HALF_PAIR}`);
      expect((await postings.counts()).rejected).toBe(1);
      expect((await store().demand.counts({ ...WHOLE_SCOPE, postingId: raw.id })).n).toBe(0);
    });

    it('and text of a megabyte pass through every table', async () => {
      const { postings, demand } = store();
      const long = 'ä'.repeat(1_000_000);
      await savePostings(store(), [{ id: 'p', employer: QUOTES, employerKey: QUOTES }]);
      await postings.saveNormalised([
        buildPosting('p', { title: QUOTES, description: long, employer: QUOTES, employerKey: QUOTES }),
      ]);
      const linked = buildLinked('p', { [QUOTES]: 0.5 });
      const requirements = linked.requirements.map((each) => ({ ...each, text: long, section: `${NUL}s` }));
      await postings.saveLinked([{ ...linked, requirements, linkerId: LINKER.id }]);
      expect((await postings.postings(['p']))[0]).toMatchObject({ title: QUOTES, description: long });
      expect(await demand.employers()).toEqual([{ key: QUOTES, name: QUOTES, postingCount: 1 }]);
      const scope = { ...WHOLE_SCOPE, employer: { key: QUOTES, name: QUOTES } };
      expect((await demand.evidence(scope, [QUOTES], 1))[0]?.quote).toBe(long);
    });
  });
}
