/** What every store must count: scopes, weeks, quotes, staff. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../services/domain/scope.ts';
import { toShare } from '../../../services/domain/units.ts';
import { measureDemand } from '../../../services/gaps/measure-demand.ts';
import type { Store } from '../../../services/store/store.ts';
import { buildLinked, buildRaw, buildPosting, savePostings, WHOLE_SCOPE, type StoredPosting } from './store-fixture.ts';

const scopeOf = (part: Partial<Scope>): Scope => ({ ...WHOLE_SCOPE, ...part });
const region = (code: string) => scopeOf({ region: { code, name: code } });
const occupation = (ids: string[], iscoCode: string | null) => scopeOf({ occupation: { ids, iscoCode, label: 'x' } });

const IDS = Array.from({ length: 8 }, (_, at) => `p${at}`);

const POSTINGS: StoredPosting[] = [
  {
    id: 'p1',
    employer: 'Acme Ltd',
    employerKey: 'acme',
    regionPath: ['GB', 'UKH'],
    postedOn: '2025-01-06',
    occupation: { occupationId: 'o1', confidence: 0.9, iscoCode: '2511' },
    skills: { python: 0.9, sql: 0.5 },
  },
  {
    id: 'p2',
    employer: 'ACME',
    employerKey: 'acme',
    regionPath: ['GB', 'UKI'],
    postedOn: '2025-01-12',
    occupation: { occupationId: 'o2', confidence: 0.9, iscoCode: '2512' },
    skills: { python: 0.8 },
  },
  {
    id: 'p3',
    employer: 'Bolt',
    employerKey: 'bolt',
    regionPath: ['FR'],
    postedOn: '2025-01-13',
    occupation: { occupationId: 'o3', confidence: 0.9, iscoCode: '3511' },
    skills: { python: 0.7 },
  },
  { id: 'p4', skills: {} },
];

/** @param another opens a second store on the same tables: what a colleague's process sees */
export function describeDemandStore(store: () => Store, another: () => Promise<Store>): void {
  describe('requirements without a skill', () => {
    it('come once in any spacing and case, in most postings first, of the scope and the language only', async () => {
      const ids = ['a', 'b', 'c', 'd'];
      await savePostings(store(), [
        ...ids.map((id): StoredPosting => ({
          id,
          regionPath: id === 'c' ? ['FR'] : ['GB'],
          skills: id === 'd' ? { python: 0.5 } : {},
        })),
      ]);
      const requirement = (text: string, position = 0) => ({
        position,
        text,
        start: 0,
        end: text.length,
        section: null,
        necessity: 'must' as const,
      });
      const save = (id: string, texts: string[]) =>
        store().postings.saveLinked([
          { ...buildLinked(id, {}), requirements: texts.map((text, at) => requirement(text, at)), links: [] },
        ]);
      await save('a', ['Log  analysis', 'copywriting']);
      await save('b', ['log analysis']);
      await save('c', ['copywriting', 'copywriting']);
      const found = (scope: Scope, limit = 10) => store().demand.unlinkedRequirements(scope, 'en', limit);
      expect(await found(WHOLE_SCOPE)).toEqual([
        { text: 'Log  analysis', postingCount: 2 },
        { text: 'copywriting', postingCount: 2 },
      ]);
      expect(await found(region('GB'), 1)).toEqual([{ text: 'Log  analysis', postingCount: 2 }]);
      expect(await store().demand.unlinkedRequirements(WHOLE_SCOPE, 'de', 10)).toEqual([]);
    });
  });

  describe('counts', () => {
    const idsIn = async (scope: Scope) => {
      const rows = await store().demand.postingSkills(scope, ['python', 'sql']);
      return [...new Set(rows.map(({ postingId }) => postingId))];
    };

    it('sum probabilities over all linked postings', async () => {
      await savePostings(store(), POSTINGS);
      const counts = await store().demand.counts(WHOLE_SCOPE);
      expect(counts).toMatchObject({ n: 4, employers: 2, duplicatesRemoved: 0 });
      const [python, sql] = counts.skills;
      expect(python).toMatchObject({ skillId: 'python', postingCount: 3, employerCount: 2 });
      expect(python?.expectedCount).toBeCloseTo(2.4);
      expect(python?.mustCount).toBeCloseTo(1.2);
      expect(sql).toMatchObject({ skillId: 'sql', postingCount: 1, employerCount: 1, expectedCount: 0.5 });
    });

    it('nest regions: a country counts what lies in it', async () => {
      await savePostings(store(), POSTINGS);
      expect(await idsIn(region('GB'))).toEqual(['p1', 'p2']);
      expect(await idsIn(region('UKH'))).toEqual(['p1']);
      expect((await store().demand.counts(region('UK'))).n).toBe(0);
    });

    it('keep to an employer, an occupation, an ISCO group, a posting, and all of them at once', async () => {
      await savePostings(store(), POSTINGS);
      const employer = scopeOf({ employer: { key: 'acme', name: 'Acme' } });
      expect(await idsIn(employer)).toEqual(['p1', 'p2']);
      expect(await idsIn(occupation(['o1', 'o3'], '2511'))).toEqual(['p1', 'p3']);
      expect(await idsIn(occupation([], '25'))).toEqual(['p1', 'p2']);
      expect(await idsIn(occupation([], '2512'))).toEqual(['p2']);
      expect(await idsIn(occupation([], '5'))).toEqual([]);
      expect(await idsIn(scopeOf({ postingId: 'p3' }))).toEqual(['p3']);
      const both = (code: string) => ({
        ...employer,
        region: { code, name: code },
        occupation: occupation([], '2512').occupation,
      });
      expect(await idsIn(both('UKI'))).toEqual(['p2']);
      expect(await idsIn(both('UKH'))).toEqual([]);
    });

    it('keep to a window that includes both of its days, and leave out postings without a date', async () => {
      await savePostings(store(), POSTINGS);
      expect(await idsIn(scopeOf({ since: '2025-01-12' }))).toEqual(['p2', 'p3']);
      expect(await idsIn(scopeOf({ until: '2025-01-12' }))).toEqual(['p1', 'p2']);
      expect((await store().demand.counts(scopeOf({ since: '2000-01-01' }))).n).toBe(3);
      expect((await store().demand.counts(scopeOf({ since: '2026-01-01' }))).n).toBe(0);
    });

    it('never count a duplicate, and say how many were removed in the scope', async () => {
      await savePostings(store(), POSTINGS);
      await store().postings.saveRaw([buildRaw('p5')]);
      await store().postings.saveNormalised([buildPosting('p5', { regionPath: ['GB', 'UKH'] })]);
      await store().postings.saveDuplicates([
        { duplicateId: 'p2', originalId: 'p1', kind: 'near' },
        { duplicateId: 'p5', originalId: 'p1', kind: 'exact' },
      ]);
      expect(await store().demand.counts(region('GB'))).toMatchObject({ n: 1, employers: 1, duplicatesRemoved: 2 });
      expect(await store().demand.counts(region('UKI'))).toMatchObject({ n: 0, skills: [], duplicatesRemoved: 1 });
      expect(await store().demand.counts(region('FR'))).toMatchObject({ n: 1, duplicatesRemoved: 0 });
      expect(await idsIn(region('GB'))).toEqual(['p1']);
      expect(await store().demand.weekly(region('GB'), ['python'])).toHaveLength(1);
      const quoted = await store().demand.evidence(region('GB'), ['python'], 5);
      expect(quoted.map(({ postingId }) => postingId)).toEqual(['p1']);
      expect((await store().demand.employers()).map(({ postingCount }) => postingCount)).toEqual([1, 1]);
      expect(await store().demand.regions()).toEqual([
        { code: 'FR', postingCount: 1 },
        { code: 'GB', postingCount: 1 },
        { code: 'UKH', postingCount: 1 },
      ]);
    });

    it('leave out postings that are not linked yet', async () => {
      await savePostings(store(), POSTINGS);
      await store().postings.saveRaw([buildRaw('new')]);
      await store().postings.saveNormalised([buildPosting('new', { regionPath: ['FR'] })]);
      expect((await store().demand.counts(region('FR'))).n).toBe(1);
    });
  });

  describe('counts kept in memory', () => {
    const SCOPES: Partial<Scope>[] = [
      {},
      { region: { code: 'GB', name: '' } },
      { employer: { key: 'acme', name: '' } },
      { occupation: { ids: [], iscoCode: '25', label: '' } },
      { occupation: { ids: ['o1'], iscoCode: '2511', label: '' }, region: { code: 'GB', name: '' } },
      { employer: { key: 'bolt', name: '' }, since: '2025-01-06', until: '2025-01-13' },
      { postingId: 'p1' },
    ];
    const expectRecount = async () => {
      for (const scope of SCOPES.map(scopeOf)) {
        const recounted = await store().demand.recount(scope);
        expect(await store().demand.counts(scope)).toEqual(recounted);
        const everything = await store().demand.recount(WHOLE_SCOPE);
        const [beyond] = await store().demand.remainders(scope, [WHOLE_SCOPE]);
        expect(beyond?.n).toBe(everything.n - recounted.n);
      }
    };
    const posting = fc.record({
      id: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
      employerKey: fc.constantFrom('acme', 'bolt', null),
      regionPath: fc.constantFrom<string[]>([], ['GB'], ['GB', 'UKH']),
      postedOn: fc.constantFrom(null, '2025-01-05', '2025-01-06', '2025-01-13'),
      occupation: fc.constantFrom(null, { occupationId: 'o1', confidence: 1, iscoCode: '2511' }),
      skills: fc.dictionary(fc.constantFrom('python', 'sql', 'go'), fc.constantFrom(0.1, 0.3, 1 / 3, 0.7, 1)),
    });

    it('equal a recount to the last bit after any changes: new, linked again, normalised again, found duplicate', async () => {
      const step = fc.oneof(
        fc.record({ kind: fc.constant('save' as const), posting }),
        fc.record({ kind: fc.constant('link' as const), posting }),
        fc.record({ kind: fc.constant('repeat' as const), posting }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          for (const {
            kind,
            posting: { id, ...rest },
          } of steps) {
            const [stored] = await store().postings.postings([id]);
            if (kind === 'save' || stored === undefined) await savePostings(store(), [{ id, ...rest }]);
            else if (kind === 'link') await store().postings.saveLinked([buildLinked(id, rest.skills)]);
            else await store().postings.saveDuplicates([{ duplicateId: id, originalId: 'p1', kind: 'near' }]);
            await expectRecount();
          }
        }),
        { numRuns: 12 },
      );
    });

    it('tell how many postings and employers a broader scope holds beyond', async () => {
      await savePostings(store(), [
        { id: 'p1', employerKey: 'acme', regionPath: ['GB', 'UKH'], skills: { go: 1 } },
        { id: 'p2', employerKey: 'acme', regionPath: ['GB'], skills: { go: 1 } },
        { id: 'p3', employerKey: 'bolt', regionPath: ['GB', 'UKI'], skills: {} },
        { id: 'p4', employerKey: null, regionPath: ['FR'], skills: {} },
      ]);
      const [ukh, gb] = ['UKH', 'GB'].map((code) => scopeOf({ region: { code, name: '' } }));
      if (ukh === undefined || gb === undefined) throw new Error('two scopes');
      expect(await store().demand.remainders(ukh, [gb, WHOLE_SCOPE])).toEqual([
        { n: 2, employers: 2 },
        { n: 3, employers: 2 },
      ]);
      expect(await store().demand.remainders(WHOLE_SCOPE, [])).toEqual([]);
    });

    it('see what another process committed, and what it took away', async () => {
      await savePostings(store(), POSTINGS);
      expect((await store().demand.counts(WHOLE_SCOPE)).skills).toHaveLength(2);
      const other = await another();
      await other.postings.saveLinked([buildLinked('p1', { python: 0.25 })]);
      const { skills } = await store().demand.counts(WHOLE_SCOPE);
      expect(skills).toEqual((await other.demand.counts(WHOLE_SCOPE)).skills);
      expect(skills.map(({ skillId, expectedCount }) => [skillId, expectedCount])).toEqual([['python', 1.75]]);
      await expectRecount();
    });

    it('see nothing of a transaction that was rolled back', async () => {
      await savePostings(store(), POSTINGS);
      const before = await store().demand.counts(WHOLE_SCOPE);
      const work = store().transaction(async (inner) => {
        await inner.postings.saveLinked([buildLinked('p1', { go: 1 })]);
        throw new Error('stop');
      });
      await expect(work).rejects.toThrow('stop');
      expect(await store().demand.counts(WHOLE_SCOPE)).toEqual(before);
    });
  });

  describe('weekly counts', () => {
    it('are given by source where boards are not to be compared with each other, and add up', async () => {
      await savePostings(store(), POSTINGS);
      await store().postings.saveRaw([{ ...buildRaw('o1'), source: 'other' }]);
      await store().postings.saveNormalised([{ ...buildPosting('o1'), source: 'other', postedOn: '2025-01-07' }]);
      await store().postings.saveLinked([buildLinked('o1', { sql: 0.25 })]);
      const { source } = buildRaw('p1');
      expect(await store().demand.weeklyBySource(WHOLE_SCOPE, ['sql'])).toEqual(
        [
          { week: '2025-01-06', source: 'other', n: 1, skillId: 'sql', expectedCount: 0.25 },
          { week: '2025-01-06', source, n: 2, skillId: 'sql', expectedCount: 0.5 },
          { week: '2025-01-13', source, n: 1, skillId: 'sql', expectedCount: 0 },
        ].sort((a, b) => (a.week + a.source < b.week + b.source ? -1 : 1)),
      );
      const [first] = await store().demand.weekly(WHOLE_SCOPE, ['sql']);
      expect(first).toMatchObject({ week: '2025-01-06', n: 3, expectedCount: 0.75 });
    });

    it('begin on Mondays and name every week with a posting, also those that ask for nothing', async () => {
      await savePostings(store(), [...POSTINGS, { id: 'p6', postedOn: '2025-01-26' }]);
      const weeks = await store().demand.weekly(WHOLE_SCOPE, ['sql']);
      expect(weeks).toEqual([
        { week: '2025-01-06', n: 2, skillId: 'sql', expectedCount: 0.5 },
        { week: '2025-01-13', n: 1, skillId: 'sql', expectedCount: 0 },
        { week: '2025-01-20', n: 1, skillId: 'sql', expectedCount: 0 },
      ]);
    });
  });

  describe('evidence', () => {
    it('is what a share stands on: without the surest quote the share is lower, and no other skill’s is', async () => {
      const asked = fc.dictionary(fc.constantFrom('python', 'sql'), fc.double({ min: 0.3, max: 1, noNaN: true }));
      const market = fc
        .array(asked, { minLength: 2, maxLength: 8 })
        .filter((all) => all.some((one) => 'python' in one));
      await fc.assert(
        fc.asyncProperty(market, async (postings) => {
          const stored = postings.map((skills, at): StoredPosting => ({ id: `p${at}`, employerKey: `e${at}`, skills }));
          await savePostings(store(), stored);
          await savePostings(
            store(),
            IDS.slice(stored.length).map((id) => ({ id })),
          );
          const shares = async () => {
            const demands = measureDemand(await store().demand.counts(WHOLE_SCOPE), null);
            return Object.fromEntries(demands.map(({ skillId, demandShare }) => [skillId, demandShare]));
          };
          const before = await shares();
          const [top] = await store().demand.evidence(WHOLE_SCOPE, ['python'], 1);
          if (top === undefined) throw new Error('python is asked for');
          const { python: _, ...others } = postings[Number(top.postingId.slice(1))] ?? {};
          await store().postings.saveLinked([buildLinked(top.postingId, others)]);
          const after = await shares();
          expect(after['python'] ?? 0).toBeLessThan(before['python'] ?? 0);
          expect(after['sql']).toBe(before['sql']);
        }),
        { numRuns: 15 },
      );
    });

    it('quotes different employers before the same one twice, however sure the second quote is', async () => {
      await savePostings(store(), POSTINGS);
      const ids = async (count: number) =>
        (await store().demand.evidence(WHOLE_SCOPE, ['python'], count)).map(({ postingId }) => postingId);
      expect(await ids(2)).toEqual(['p1', 'p3']);
      expect(await ids(9)).toEqual(['p1', 'p3', 'p2']);
    });

    it('quotes once what an employer posts again and again', async () => {
      await savePostings(store(), [
        { id: 'p1', employerKey: 'acme', skills: { python: 0.9 } },
        { id: 'p2', employerKey: 'acme', skills: { python: 0.9 } },
        { id: 'p3', employerKey: 'acme', skills: { python: 0.7 } },
        { id: 'p4', employerKey: 'zenith', skills: { python: 0.9 } },
      ]);
      const quotes = await store().demand.evidence(WHOLE_SCOPE, ['python'], 9);
      expect(quotes.map(({ postingId }) => postingId)).toEqual(['p1', 'p4', 'p3']);
    });

    it('loses a quote with its link', async () => {
      await savePostings(store(), POSTINGS);
      const quoted = async () =>
        (await store().demand.evidence(WHOLE_SCOPE, ['python'], 9)).map(({ postingId }) => postingId);
      expect(await quoted()).toEqual(['p1', 'p3', 'p2']);
      const share = async () => (await store().demand.counts(WHOLE_SCOPE)).skills[0]?.expectedCount ?? 0;
      const before = await share();
      await store().postings.saveLinked([buildLinked('p1', { sql: 0.5 })]);
      expect(await quoted()).toEqual(['p2', 'p3']);
      expect(await share()).toBeLessThan(before);
    });

    it('says where in the quote the skill was read', async () => {
      await savePostings(store(), [{ id: 'p1' }]);
      const linked = buildLinked('p1', { python: 0.9 });
      const moved = {
        ...linked,
        requirements: linked.requirements.map((requirement) => ({ ...requirement, start: 100, end: 116 })),
        links: linked.links.map((link) => ({ ...link, start: 109, end: 115 })),
      };
      await store().postings.saveLinked([moved]);
      const [quote] = await store().demand.evidence(WHOLE_SCOPE, ['python'], 1);
      expect(quote).toMatchObject({ quote: 'You know Python.', start: 9, end: 15, confidence: 0.9, employer: null });
      expect(quote?.quote.slice(quote.start, quote.end)).toBe('Python');
    });

    it('breaks ties by the id in the order of its characters, the same on every server', async () => {
      const ids = ['b-1', 'B2', 'a', 'b1'];
      await savePostings(
        store(),
        ids.map((id) => ({ id, skills: { python: 0.5 } })),
      );
      const quotes = await store().demand.evidence(WHOLE_SCOPE, ['python'], 9);
      expect(quotes.map(({ postingId }) => postingId)).toEqual(ids.toSorted());
    });
  });

  describe('who asks, and how firmly', () => {
    it('are the linked postings of the scope with what they hire for, by id', async () => {
      await savePostings(store(), POSTINGS);
      expect(await store().demand.askingPostings(region('GB'))).toEqual([
        { postingId: 'p1', employer: 'Acme Ltd', occupationId: 'o1', iscoCode: '2511' },
        { postingId: 'p2', employer: 'ACME', occupationId: 'o2', iscoCode: '2512' },
      ]);
    });

    it('counts a posting once for each skill, by the firmest of its sentences', async () => {
      await savePostings(store(), POSTINGS);
      const sentence = (position: number, necessity: 'must' | 'nice' | 'unstated') => ({
        position,
        text: 'Python',
        start: 10 * position,
        end: 10 * position + 6,
        section: null,
        necessity,
      });
      const linked = buildLinked('p3', { python: 0.6 });
      const [link] = linked.links;
      await store().postings.saveLinked([
        {
          ...linked,
          requirements: [sentence(0, 'nice'), sentence(1, 'unstated')],
          links: [link!, { ...link!, requirementPosition: 1, confidence: toShare(0.7) }],
        },
      ]);
      const counts = await store().demand.necessityCounts(WHOLE_SCOPE, ['python']);
      expect(counts.map(({ necessity }) => necessity)).toEqual(['must', 'nice']);
      expect(counts[0]?.expectedCount).toBeCloseTo(0.9 + 0.8);
      expect(counts[1]?.expectedCount).toBeCloseTo(0.7);
      const french = await store().demand.necessityCounts(region('FR'), ['python', 'sql']);
      expect(french.map(({ necessity }) => necessity)).toEqual(['nice']);
    });
  });

  describe('employers and their staff', () => {
    it('are listed under one name, most postings first', async () => {
      await savePostings(store(), POSTINGS);
      expect(await store().demand.employers()).toEqual([
        { key: 'acme', name: 'ACME', postingCount: 2 },
        { key: 'bolt', name: 'Bolt', postingCount: 1 },
      ]);
    });

    it('replace the staff list of one employer whole', async () => {
      const { demand } = store();
      const acme = { key: 'acme', name: 'Acme' };
      await demand.saveWorkforce(acme, [
        { skill: 'SQL', headCount: 3, proficiency: 2 },
        { skill: 'Go', headCount: 0, proficiency: null },
      ]);
      await demand.saveWorkforce({ key: 'bolt', name: 'Bolt' }, [{ skill: 'SQL', headCount: 1, proficiency: null }]);
      await demand.saveWorkforce(acme, [{ skill: 'Go', headCount: 4, proficiency: null }]);
      expect(await demand.workforce('acme')).toEqual([{ skill: 'Go', headCount: 4, proficiency: null }]);
      expect(await demand.workforce('bolt')).toHaveLength(1);
      expect(await demand.workforce('nobody')).toEqual([]);
    });
  });
}
