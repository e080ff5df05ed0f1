import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../services/store/catalogue.ts';
import { createCoveringMemory } from '../../../services/store/covering-memory.ts';
import { buildCoverage, buildCredential } from '../../builders.ts';

function catalogueOf(...skillsTaught: string[][]): Catalogue {
  const entries = skillsTaught.map((skills, at) => ({
    credential: buildCredential(`c${at}`, { language: at === 0 ? 'en' : 'sv' }),
    organisation: null,
    coverages: skills.map((skill) => buildCoverage(`c${at}`, skill, 0.5)),
  }));
  return {
    find: (id) => entries.find(({ credential }) => credential.id === id),
    entries: () => entries,
    credentials: () => entries.map(({ credential }) => credential),
  };
}

const AGAIN = { isAskedAgain: true };

describe('what is remembered of a catalogue', () => {
  const skills = ['sql', 'go'];
  const catalogue = catalogueOf(['sql'], ['go', 'sql'], ['welding']);

  it('is the same answer for the same skills and wishes, and another for others', () => {
    const covering = createCoveringMemory();
    const all = covering(catalogue, skills, AGAIN);
    expect(all.credentials.map(({ id }) => id)).toEqual(['c0', 'c1']);
    expect(covering(catalogue, skills, AGAIN)).toBe(all);
    expect(covering(catalogue, skills, { ...AGAIN, languages: ['en'] }).credentials.map(({ id }) => id)).toEqual([
      'c0',
    ]);
    expect(covering(catalogue, ['welding'], AGAIN).credentials.map(({ id }) => id)).toEqual(['c2']);
    expect(covering(catalogue, [...skills], AGAIN)).toEqual(all);
  });

  it('is nothing of a question that will not come again, as a learner’s', () => {
    const covering = createCoveringMemory();
    const once = covering(catalogue, skills, { titles: ['Welder'] });
    expect(covering(catalogue, skills, { titles: ['Welder'] })).not.toBe(once);
    expect(covering(catalogue, skills, { titles: ['Welder'] })).toEqual(once);
  });

  it('is forgotten when the catalogue changes', () => {
    const covering = createCoveringMemory();
    covering(catalogue, skills, AGAIN);
    expect(covering(catalogueOf(['go']), skills, AGAIN).credentials.map(({ id }) => id)).toEqual(['c0']);
  });

  it('is at most so many coverages: what was asked for longest ago goes first, never what was just asked', () => {
    const covering = createCoveringMemory(5);
    const others = ['welding'];
    const first = covering(catalogue, skills, AGAIN);
    const second = covering(catalogue, others, AGAIN);
    expect(covering(catalogue, skills, AGAIN)).toBe(first);
    const more = ['sql'];
    covering(catalogue, more, AGAIN);
    expect(covering(catalogue, skills, AGAIN)).toBe(first);
    expect(covering(catalogue, others, AGAIN)).not.toBe(second);
    const narrow = createCoveringMemory(0);
    expect(narrow(catalogue, skills, AGAIN)).toBe(narrow(catalogue, skills, AGAIN));
  });
});
