/** What every store must do with rows of organisations. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../services/store/store.ts';
import { InvalidInputError } from '../../../services/errors.ts';
import { buildCoverage, buildCredential } from '../../builders.ts';
import {
  buildPosting,
  buildRaw,
  buildLinked,
  hashOf,
  LINKER,
  NOW,
  savePostings,
  WHOLE_SCOPE,
} from './store-fixture.ts';

/** Raw, normalised and linked, of whoever the view is. The pipeline sees all: only what is received has an owner. */
async function saveOwn(store: Store, organisation: string | null, id: string, employerKey: string): Promise<string> {
  await store.viewOf(organisation).postings.saveRaw([buildRaw(id)]);
  const ownId = organisation === null ? id : `~${organisation}:${id}`;
  const region = { country: 'IE', regionPath: ['IE'], employer: employerKey, employerKey, postedOn: '2026-01-05' };
  await store.postings.saveNormalised([buildPosting(ownId, { ...region, title: `Baker ${ownId}` })]);
  await store.postings.saveLinked([buildLinked(ownId, { python: 0.9, [`skill-of-${employerKey}`]: 0.8 })]);
  return ownId;
}

export function describeViews(store: () => Store): void {
  describe('views', () => {
    let shared: Store;
    let acme: Store;
    let zenith: Store;
    beforeEach(async () => {
      [shared, acme, zenith] = [store().viewOf(null), store().viewOf('acme'), store().viewOf('zenith')];
      await store().saveLinker(LINKER);
      await saveOwn(store(), null, 'a', 'open');
      await saveOwn(store(), 'acme', 'a', 'acme');
      await saveOwn(store(), 'zenith', 'a', 'zenith');
    });

    it('count shared postings and their own, under one id each without meeting', async () => {
      const counted = async (view: Store) => {
        const { n, employers, skills } = await view.demand.counts(WHOLE_SCOPE);
        expect(await view.demand.recount(WHOLE_SCOPE)).toMatchObject({ n, employers, skills });
        return skills.map(({ skillId }) => skillId).filter((id) => id !== 'python');
      };
      expect(await counted(shared)).toEqual(['skill-of-open']);
      expect(await counted(acme)).toEqual(['skill-of-acme', 'skill-of-open']);
      expect(await counted(zenith)).toEqual(['skill-of-open', 'skill-of-zenith']);
      expect(await counted(store())).toEqual(['skill-of-acme', 'skill-of-open', 'skill-of-zenith']);
    });

    it('see a change of their own at once, after having counted before', async () => {
      const n = async (view: Store) => (await view.demand.counts(WHOLE_SCOPE)).n;
      expect([await n(acme), await n(shared)]).toEqual([2, 1]);
      await saveOwn(store(), 'acme', 'b', 'acme');
      expect([await n(acme), await n(zenith), await n(shared)]).toEqual([3, 2, 1]);
    });

    it('show nothing of another in any list, quote or single row', async () => {
      const others = JSON.stringify([
        await acme.demand.employers(),
        await acme.demand.askingPostings(WHOLE_SCOPE),
        await acme.demand.necessityCounts(WHOLE_SCOPE, ['python', 'skill-of-zenith']),
        await acme.demand.evidence(WHOLE_SCOPE, ['python', 'skill-of-zenith'], 9),
        await acme.demand.postingSkills(WHOLE_SCOPE, ['python', 'skill-of-zenith']),
        await acme.demand.places(WHOLE_SCOPE, 'python'),
        await acme.demand.readPostings(WHOLE_SCOPE, 'inside', 'en', 9),
        await acme.demand.readPostings({ ...WHOLE_SCOPE, employer: { key: 'acme', name: '' } }, 'outside', 'en', 9),
        await acme.directory.findPostings('baker', 9),
        await acme.postings.postings(['~zenith:a']),
        await acme.postings.rawPostings(['~zenith:a']),
        await acme.postings.storedLinks(['~zenith:a']),
        await acme.postings.linkedWith(null),
      ]);
      expect(others).not.toContain('zenith');
      expect(others).toContain('~acme:a');
      expect(await acme.demand.regions()).toEqual([{ code: 'IE', postingCount: 2 }]);
      expect(await acme.directory.overview()).toMatchObject({ postings: { raw: 2, n: 2, employers: 2 } });
      expect((await acme.demand.counts({ ...WHOLE_SCOPE, postingId: '~zenith:a' })).n).toBe(0);
    });

    it('hold credentials apart the same way, with what refers to what', async () => {
      const own = buildCredential('c', { title: 'Baking', contentHash: hashOf('a') } as never);
      const follow = buildCredential('d', { prerequisiteIds: ['c', 'open'], contentHash: hashOf('a') } as never);
      await shared.credentials.save([{ ...buildCredential('open'), contentHash: hashOf('a') }], NOW);
      await acme.credentials.save(
        [
          { ...own, contentHash: hashOf('a') },
          { ...follow, contentHash: hashOf('a') },
        ],
        NOW,
      );
      await zenith.credentials.save([{ ...own, contentHash: hashOf('b') }], NOW);
      for (const id of ['open', '~acme:c', '~acme:d', '~zenith:c'])
        await store().credentials.saveCoverage(id, LINKER.id, [buildCoverage(id, 'python', 0.7)]);
      const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
      expect(ids(await shared.credentials.all())).toEqual(['open']);
      expect(ids(await acme.credentials.all())).toEqual(['open', '~acme:c', '~acme:d']);
      expect(ids(await zenith.credentials.all())).toEqual(['open', '~zenith:c']);
      expect(ids((await zenith.credentials.covering(['python'])).credentials)).toEqual(['open', '~zenith:c']);
      expect((await zenith.credentials.coverageOf(['python'])).map((one) => one.credentialId)).toEqual([
        'open',
        '~zenith:c',
      ]);
      expect(await zenith.credentials.coverageBy('~acme:c')).toEqual([]);
      expect(await zenith.credentials.credentials(['~acme:c'])).toEqual([]);
      expect(await zenith.directory.findCredentials('baking', 9)).toEqual(['~zenith:c']);
      expect(await zenith.credentials.counts()).toMatchObject({ credentials: 2, coverages: 2 });
      const [second] = await acme.credentials.credentials(['~acme:d']);
      expect(second?.prerequisiteIds).toEqual(['~acme:c', 'open']);
    });

    it('let nobody write over a row of somebody else, whatever it is called', async () => {
      await shared.postings.saveRaw([buildRaw('~acme:a', { contentHash: hashOf('c'), payload: { title: 'forged' } })]);
      const [row] = await acme.postings.rawPostings(['~acme:a']);
      expect(row?.payload).toEqual({ title: 'a' });
    });

    it('hold corrections and reports apart', async () => {
      const said = {
        kind: 'alias',
        skillId: 'python',
        words: 'snake',
        place: null,
        by: null,
        at: '2026-11-01T09:30:00.000Z',
        why: null,
      };
      const { id } = await acme.corrections.add(said as never);
      expect(await zenith.corrections.all()).toEqual([]);
      await zenith.corrections.undo(id, null, '2026-11-02T00:00:00.000Z');
      expect(await acme.corrections.active()).toMatchObject([{ id, organisation: 'acme', undone: null }]);
      expect(await store().corrections.active()).toHaveLength(1);
    });

    it('belong to names that are plain words', () => {
      for (const name of ["x' or true --", '', 'Acme', '~a', 'a'.repeat(64)])
        expect(() => store().viewOf(name)).toThrow(InvalidInputError);
    });

    it('keep a shared posting shared when it comes again', async () => {
      await savePostings(store(), [{ id: 'a' }]);
      expect((await shared.postings.postings(['a']))[0]).toMatchObject({ organisation: null });
    });
  });
}

export function describeAccessStore(store: () => Store): void {
  describe('keys and what was written with them', () => {
    const key = {
      id: 'k1',
      role: 'provider',
      organisation: 'acme',
      label: 'office',
      createdAt: '2026-11-01T00:00:00.000Z',
    } as const;

    it('hold until they are revoked, once', async () => {
      const { access } = store();
      await access.addKey(key, hashOf('a'));
      expect(await access.activeKeys()).toEqual([{ ...key, revokedAt: null, keyHash: hashOf('a') }]);
      expect(await access.revokeKey('k1', '2026-11-02T00:00:00.000Z')).toBe(true);
      expect(await access.revokeKey('k1', '2026-11-03T00:00:00.000Z')).toBe(false);
      expect(await access.activeKeys()).toEqual([]);
      expect(await access.keys()).toEqual([{ ...key, revokedAt: '2026-11-02T00:00:00.000Z' }]);
    });

    it('come back newest first', async () => {
      const entry = {
        at: NOW.replace('Z', '.000Z'),
        keyId: 'k1',
        role: 'provider',
        organisation: 'acme',
        action: 'post /v1/x',
        subject: '1',
        requestId: 'r',
      };
      await store().access.record(entry);
      await store().access.record({ ...entry, subject: null });
      expect(await store().access.auditEntries(1)).toEqual([{ ...entry, subject: null }]);
    });
  });

  describe('the version', () => {
    it('changes with what is written, and not with what is read', async () => {
      const before = await store().version();
      await store().demand.counts(WHOLE_SCOPE);
      expect(await store().version()).toBe(before);
      await store().postings.saveRaw([buildRaw('new')]);
      expect(await store().version()).not.toBe(before);
    });
  });
}
