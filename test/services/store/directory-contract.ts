/** What every store must do with names to find and counts of everything. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../services/store/store.ts';
import { buildCredential } from '../../builders.ts';
import { buildRelease, buildSkill, hashOf, NOW, savePostings, WHOLE_SCOPE } from './store-fixture.ts';

export function describeDirectory(store: () => Store): void {
  describe('the directory', () => {
    beforeEach(async () => {
      const skills = [
        buildSkill('python', { preferredLabel: 'Python', altLabels: ['Python scripting'] }),
        buildSkill('pythonic', { preferredLabel: 'write Pythonic code' }),
        buildSkill('cpp', { preferredLabel: 'C++' }),
        buildSkill('author', { preferredLabel: 'writer' }),
        buildSkill('clean', { preferredLabel: 'clean C machines' }),
      ];
      const analyst = {
        id: 'analyst',
        framework: 'own',
        preferredLabel: 'data analyst',
        altLabels: ['analyste'],
        description: null,
        iscoCode: '2511',
        code: null,
      };
      await store().taxonomies.saveRelease(buildRelease({ skills, occupations: [analyst] }), hashOf('r'), NOW);
      await savePostings(store(), [
        {
          id: 'a',
          title: 'Data Analyst',
          employer: 'Acme',
          employerKey: 'acme',
          postedOn: '2026-01-05',
          skills: { python: 0.5, cpp: 1 },
          regionPath: ['IE', 'IE-G'],
          occupation: { occupationId: 'analyst', confidence: 1, iscoCode: '2511' },
        },
        {
          id: 'b',
          title: 'Cook of data',
          employer: null,
          postedOn: '2026-03-05',
          skills: { python: 1 },
          regionPath: ['IE'],
        },
      ]);
      await store().credentials.save(
        [{ ...buildCredential('c', { title: 'Data for all', provider: 'Lantern' }), contentHash: hashOf('c') }],
        NOW,
      );
    });
    const labels = async (text: string) =>
      (await store().directory.findSkills(text, ['own'], 9)).map(({ id, found }) => [id, found]);

    it('finds skills by the beginnings of words of any label, what is called so first', async () => {
      expect(await labels('python')).toEqual([
        ['python', 'Python'],
        ['pythonic', 'write Pythonic code'],
      ]);
      // Shorter, but only the beginning of a word of its name.
      expect((await labels('write')).map(([, label]) => label)).toEqual(['write Pythonic code', 'writer']);
      expect(await labels('scripting pyth')).toEqual([['python', 'Python scripting']]);
      expect((await labels('c++'))[0]).toEqual(['cpp', 'C++']);
      expect(await store().directory.findSkills('python', ['esco'], 9)).toEqual([]);
      expect(await store().directory.findSkills('python', ['own'], 1)).toHaveLength(1);
    });

    it.each(['', ' ', '&|!:*()', "'", '\\', '\u0000', '\ud800', '%_', '🥐'])(
      'finds nothing and breaks nothing for %j',
      async (text) => {
        expect(await labels(text)).toEqual([]);
        expect(await store().directory.findPostings(text, 9)).toEqual([]);
        expect(await store().directory.findCredentials(text, 9)).toEqual([]);
      },
    );

    it('finds occupations, credentials by title and provider, and original postings newest first', async () => {
      expect(await store().directory.findOccupations('analy', ['own'], 9)).toMatchObject([
        { id: 'analyst', label: 'data analyst' },
      ]);
      expect(await store().directory.findCredentials('lant data', 9)).toEqual(['c']);
      expect((await store().directory.findPostings('data', 9)).map(({ id }) => id)).toEqual(['b', 'a']);
      await store().postings.saveDuplicates([{ duplicateId: 'b', originalId: 'a', kind: 'near' }]);
      expect((await store().directory.findPostings('data', 9)).map(({ id }) => id)).toEqual(['a']);
    });

    it('counts everything, and the days between', async () => {
      expect(await store().directory.overview()).toEqual({
        postings: { raw: 2, n: 2, employers: 1, duplicatesRemoved: 0 },
        credentials: { n: 1, linked: 0, providers: 1 },
        window: { since: '2026-01-05', until: '2026-03-05' },
        postingSources: [{ source: 'test', count: 2 }],
        credentialSources: [{ source: 'test', count: 1 }],
      });
    });

    it('says where, by whom and beside what a skill is asked for', async () => {
      expect(await store().demand.places(WHOLE_SCOPE, 'python')).toEqual({
        regions: [
          { key: 'IE', expectedCount: 1.5 },
          { key: 'IE-G', expectedCount: 0.5 },
        ],
        employers: [{ key: 'acme', expectedCount: 0.5 }],
        companions: [{ skillId: 'cpp', togetherCount: 0.5 }],
      });
      expect(await store().demand.places(WHOLE_SCOPE, 'none')).toEqual({ regions: [], employers: [], companions: [] });
      expect(await store().demand.occupations(WHOLE_SCOPE)).toEqual([{ id: 'analyst', postingCount: 1 }]);
    });
  });
}
