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

describe('what is remembered of a catalogue', () => {
  const skills = ['sql', 'go'];
  const catalogue = catalogueOf(['sql'], ['go', 'sql'], ['welding']);

  it('is the same answer for the same skills and wishes, and another for others', () => {
    const covering = createCoveringMemory();
    const all = covering(catalogue, skills, {});
    expect(all.credentials.map(({ id }) => id)).toEqual(['c0', 'c1']);
    expect(covering(catalogue, skills, {})).toBe(all);
    expect(covering(catalogue, skills, { languages: ['en'] }).credentials.map(({ id }) => id)).toEqual(['c0']);
    expect(covering(catalogue, ['welding'], {}).credentials.map(({ id }) => id)).toEqual(['c2']);
    expect(covering(catalogue, [...skills], {})).toEqual(all);
  });

  it('is forgotten when the catalogue changes', () => {
    const covering = createCoveringMemory();
    covering(catalogue, skills, {});
    expect(covering(catalogueOf(['go']), skills, {}).credentials.map(({ id }) => id)).toEqual(['c0']);
  });

  it('is at most so many coverages: what was asked for longest ago goes first, never what was just asked', () => {
    const covering = createCoveringMemory(5);
    const others = ['welding'];
    const first = covering(catalogue, skills, {});
    const second = covering(catalogue, others, {});
    expect(covering(catalogue, skills, {})).toBe(first);
    const more = ['sql'];
    covering(catalogue, more, {});
    expect(covering(catalogue, skills, {})).toBe(first);
    expect(covering(catalogue, others, {})).not.toBe(second);
    const narrow = createCoveringMemory(0);
    expect(narrow(catalogue, skills, {})).toBe(narrow(catalogue, skills, {}));
  });
});
