/** What every store must do with taxonomies and core skills. */
import { describe, expect, it } from 'vitest';
import type { CoreSkill, CoreSkillLink } from '../../../services/domain/skill.ts';
import type { Store } from '../../../services/store/store.ts';
import { buildRelease, buildSkill, NOW } from './store-fixture.ts';

const occupation = {
  id: 'o1',
  framework: 'own',
  preferredLabel: 'data scientist',
  altLabels: ['data expert'],
  description: null,
  iscoCode: '2511',
  code: null,
};
const python = buildSkill('python', {
  preferredLabel: 'Python',
  altLabels: ['Python 3', 'CPython'],
  hiddenLabels: ['py'],
});

export function describeTaxonomyStore(store: () => Store): void {
  describe('taxonomies', () => {
    it('gives a saved release back, labels by their kind', async () => {
      const { taxonomies } = store();
      const release = buildRelease({
        skills: [python],
        occupations: [occupation],
        occupationSkills: [
          { occupationId: 'o1', skillId: 'python', relation: 'optional' },
          { occupationId: 'o1', skillId: 'python', relation: 'essential' },
        ],
      });
      const summary = await taxonomies.saveRelease(release, 'hash', NOW);
      expect(summary.counts).toMatchObject({ skills: 1, occupations: 1, occupationSkills: 2 });
      expect(await taxonomies.activeReleases()).toEqual([summary]);
      expect(await taxonomies.skills('own')).toEqual([
        { ...python, altLabels: ['CPython', 'Python 3'], hiddenLabels: [] },
      ]);
      expect(await taxonomies.occupations('own')).toEqual([occupation]);
      expect(await taxonomies.occupationSkillIds(['o1'])).toEqual([{ skillId: 'python', relation: 'essential' }]);
      expect((await taxonomies.skillLabels('own')).map(({ kind, label }) => [kind, label])).toEqual([
        ['preferred', 'Python'],
        ['hidden', 'py'],
        ['alternative', 'CPython'],
        ['alternative', 'Python 3'],
      ]);
    });

    it('says which skills of a list are skills of another framework', async () => {
      const { taxonomies } = store();
      const same = { fromId: 'python', toId: 'https://example.org/python', relation: 'same' as const };
      const other = { fromId: 'python', toId: 'sql', relation: 'essential' as const };
      await taxonomies.saveRelease(buildRelease({ skills: [python], skillSkills: [other, same] }), 'hash', NOW);
      expect(await taxonomies.sameSkills('own')).toEqual([{ skillId: 'python', sameAs: 'https://example.org/python' }]);
      expect(await taxonomies.sameSkills('esco')).toEqual([]);
    });

    it('changes nothing when the same release is saved twice', async () => {
      const { taxonomies } = store();
      const release = buildRelease({ skills: [python] });
      await taxonomies.saveRelease(release, 'hash', NOW);
      const before = await taxonomies.skillLabels('own');
      await taxonomies.saveRelease(release, 'hash', '2026-01-01T00:00:00Z');
      expect(await taxonomies.skillLabels('own')).toEqual(before);
      expect(await taxonomies.activeReleases()).toHaveLength(1);
    });

    it('replaces a version by the next one, and that by the first one again', async () => {
      const { taxonomies } = store();
      const first = buildRelease({ skills: [python], occupations: [occupation] });
      const second = buildRelease({ version: '2', skills: [buildSkill('sql')] });
      await taxonomies.saveRelease(first, 'one', NOW);
      await taxonomies.saveRelease(second, 'two', NOW);
      expect((await taxonomies.skills('own')).map(({ id }) => id)).toEqual(['sql']);
      expect(await taxonomies.occupations('own')).toEqual([]);
      expect((await taxonomies.activeReleases()).map(({ version }) => version)).toEqual(['2']);

      await taxonomies.saveRelease(first, 'one', NOW);
      expect((await taxonomies.skills('own')).map(({ id }) => id)).toEqual(['python']);
      expect((await taxonomies.activeReleases()).map(({ version }) => version)).toEqual(['1']);
    });

    it('leaves other frameworks alone when one is replaced', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(
        buildRelease({ framework: 'other', skills: [buildSkill('other:1', { framework: 'other' })] }),
        'one',
        NOW,
      );
      await taxonomies.saveRelease(buildRelease({ skills: [python] }), 'two', NOW);
      await taxonomies.saveRelease(buildRelease({ version: '2' }), 'three', NOW);
      expect(await taxonomies.skills('other')).toHaveLength(1);
      expect(await taxonomies.skills('own')).toEqual([]);
    });

    it('adds the labels of a second language to the skills of the first', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(buildRelease({ skills: [python] }), 'en', NOW);
      const french = buildSkill('python', { preferredLabel: 'langage Python', altLabels: ['Python (langage)'] });
      await taxonomies.saveRelease(buildRelease({ language: 'fr', skills: [french] }), 'fr', NOW);
      expect((await taxonomies.activeReleases()).map(({ language }) => language)).toEqual(['en', 'fr']);
      const labels = await taxonomies.skillLabels('own');
      expect(labels.filter(({ kind }) => kind === 'preferred').map(({ language, label }) => [language, label])).toEqual(
        [
          ['en', 'Python'],
          ['fr', 'langage Python'],
        ],
      );
      expect((await taxonomies.skillsById(['python', 'nothing'])).get('python')?.preferredLabel).toBe('Python');
    });

    it('keeps the language of each label of an occupation, and gives all of them as other names', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(buildRelease({ occupations: [occupation] }), 'en', NOW);
      const german = { ...occupation, preferredLabel: 'Datenwissenschaftler', altLabels: ['data expert'] };
      await taxonomies.saveRelease(buildRelease({ language: 'de', occupations: [german] }), 'de', NOW);
      const labels = await taxonomies.occupationLabels('own');
      expect(labels.map(({ language, kind, label }) => [language, kind, label])).toEqual([
        ['de', 'preferred', 'Datenwissenschaftler'],
        ['de', 'alternative', 'data expert'],
        ['en', 'preferred', 'data scientist'],
        ['en', 'alternative', 'data expert'],
      ]);
      expect(await taxonomies.occupations('own')).toEqual([
        { ...occupation, altLabels: ['Datenwissenschaftler', 'data expert'] },
      ]);
    });
  });

  describe('a taxonomy in two languages', () => {
    const sql = buildSkill('sql', { preferredLabel: 'SQL' });
    const english = { skills: [python, sql], occupations: [occupation], broader: [{ childId: 'sql', parentId: 'db' }] };
    const french = (label: string) =>
      buildRelease({ language: 'fr', skills: [buildSkill('python', { preferredLabel: label }), sql] });
    const frenchLabels = async () =>
      (await store().taxonomies.skillLabels('own'))
        .filter(({ language }) => language === 'fr')
        .map(({ conceptId, label }) => `${conceptId}: ${label}`);

    it('takes concepts and relations of the first language anew, and keeps the labels of the other', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(buildRelease(english), 'en', NOW);
      await taxonomies.saveRelease(french('langage Python'), 'fr', NOW);
      const renamed = buildSkill('python', { preferredLabel: 'Python 3', description: 'A language.' });
      const changed = buildRelease({
        skills: [renamed, buildSkill('rust')],
        broader: [{ childId: 'rust', parentId: 'languages' }],
      });
      for (const hash of ['en-2', 'en-3']) await taxonomies.saveRelease(changed, hash, NOW);
      const skills = await taxonomies.skills('own');
      expect(skills.map(({ id, preferredLabel, description }) => [id, preferredLabel, description])).toEqual([
        ['python', 'Python 3', 'A language.'],
        ['rust', 'rust', null],
      ]);
      expect(await taxonomies.occupations('own')).toEqual([]);
      expect(await frenchLabels()).toEqual(['python: langage Python']);
    });

    it('takes only the labels of the second language anew', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(buildRelease(english), 'en', NOW);
      await taxonomies.saveRelease(french('langage Python'), 'fr', NOW);
      const before = await taxonomies.skills('own');
      await taxonomies.saveRelease(french('Python (langage)'), 'fr-2', NOW);
      expect(await frenchLabels()).toEqual(['python: Python (langage)', 'sql: SQL']);
      expect((await taxonomies.skills('own')).map((skill) => skill.preferredLabel)).toEqual(
        before.map((skill) => skill.preferredLabel),
      );
      expect(await taxonomies.occupations('own')).toHaveLength(1);
    });
  });

  describe('core skills', () => {
    const core = (id: string): CoreSkill => ({
      id,
      listYear: 2025,
      rank: null,
      name: id,
      group: 'g',
      skillGroup: 'technical',
      definition: 'd',
    });
    const link = (coreSkillId: string, skillId: string, kind: 'skill' | 'group'): CoreSkillLink => ({
      coreSkillId,
      framework: 'own',
      skillId,
      kind,
      relation: 'exact',
      rationale: 'because',
    });

    it('hold for every skill below a linked group, but for a linked skill alone and not for what is below it', async () => {
      const { taxonomies } = store();
      const release = buildRelease({
        skills: ['a', 'b', 'c', 'c-narrower'].map((id) => buildSkill(id)),
        broader: [
          { childId: 'sub', parentId: 'top' },
          { childId: 'a', parentId: 'sub' },
          { childId: 'b', parentId: 'a' },
          { childId: 'c-narrower', parentId: 'c' },
        ],
      });
      await taxonomies.saveRelease(release, 'hash', NOW);
      await taxonomies.saveCoreSkills(
        [core('tech'), core('care')],
        [link('tech', 'top', 'group'), link('tech', 'c', 'skill'), link('care', 'b', 'skill')],
      );
      const found = await taxonomies.coreSkillsBySkill('own');
      expect(Object.fromEntries([...found].map(([id, cores]) => [id, cores.toSorted()]))).toEqual({
        a: ['tech'],
        b: ['care', 'tech'],
        c: ['tech'],
      });
    });

    it('are replaced with their links when saved again', async () => {
      const { taxonomies } = store();
      await taxonomies.saveRelease(buildRelease({ skills: [buildSkill('a'), buildSkill('b')] }), 'hash', NOW);
      await taxonomies.saveCoreSkills([core('tech')], [link('tech', 'a', 'skill')]);
      await taxonomies.saveCoreSkills([{ ...core('tech'), name: 'New name' }], [link('tech', 'b', 'skill')]);
      expect((await taxonomies.coreSkills(2025)).map(({ name }) => name)).toEqual(['New name']);
      expect(await taxonomies.coreSkills(2023)).toEqual([]);
      expect([...(await taxonomies.coreSkillsBySkill('own')).keys()]).toEqual(['b']);
    });
  });
}
