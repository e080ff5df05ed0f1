import { describe, expect, it } from 'vitest';
import { parentScope, resolveScope, scopeLabel } from '../../../services/answers/resolve-scope.ts';
import type { Scope } from '../../../services/domain/scope.ts';
import { InvalidInputError } from '../../../services/errors.ts';
import { WHOLE_SCOPE } from '../store/store-fixture.ts';
import { answerDeps } from './answer-fixture.ts';

const data = {
  id: 'own:occupation/data',
  framework: 'own',
  preferredLabel: 'data scientist',
  altLabels: ['data expert'],
  description: null,
  iscoCode: '2511',
  code: '2511.4',
};
const employers = [
  { key: 'acme', name: 'Acme Ltd', postingCount: 9 },
  { key: 'cambridge nhs trust', name: 'Cambridge NHS Trust', postingCount: 5 },
  { key: 'ely nhs trust', name: 'Ely NHS Trust', postingCount: 4 },
];
const deps = answerDeps({ employers, occupations: [data], found: [{ occupationId: data.id, nearness: 0.9 }] });

describe('what a person names as a scope', () => {
  it('is read from names and codes, in any spelling', async () => {
    const { scope, label } = await resolveScope(
      { region: 'east of england', employer: 'ACME', since: '2024-02-29' },
      deps,
    );
    expect(scope.region).toEqual({ code: 'UKH', name: 'East of England' });
    expect(scope.employer).toEqual({ key: 'acme', name: 'Acme Ltd' });
    expect(label).toBe('all occupations at Acme Ltd in East of England (UKH) since 2024-02-29');
  });

  it('takes an occupation by id, by ISCO group, or the nearest one with a note', async () => {
    const byId = await resolveScope({ occupation: data.id }, deps);
    expect(byId.scope.occupation).toEqual({ ids: [data.id], iscoCode: '2511', label: 'data scientist' });
    expect(byId.notes).toEqual([]);
    const group = await resolveScope({ occupation: '25' }, deps);
    expect(group.scope.occupation).toEqual({ ids: [], iscoCode: '25', label: 'ISCO 25' });
    const nearest = await resolveScope({ occupation: 'data guru' }, deps);
    expect(nearest.notes).toEqual(['No occupation is called "data guru"; the nearest is "data scientist".']);
  });

  it('says which occupation was understood whenever that is not what was written', async () => {
    const notesOf = async (occupation: string) => (await resolveScope({ occupation }, deps)).notes;
    expect(await notesOf('Data Scientist')).toEqual([]);
    expect(await notesOf('data expert')).toEqual(['"data expert" is another name of "data scientist".']);
    expect(await notesOf('data scintist')).toEqual([
      'No occupation is called "data scintist"; the nearest is "data scientist".',
    ]);
  });

  it('asks back with near labels when no occupation is near enough', async () => {
    const far = answerDeps({ occupations: [data], found: [{ occupationId: data.id, nearness: 0.64 }] });
    const answer = resolveScope({ occupation: 'purple elephant' }, far);
    await expect(answer).rejects.toThrow(InvalidInputError);
    await expect(answer).rejects.toThrow('Unknown occupation "purple elephant": did you mean "data scientist"?');
  });

  it('takes a part of a name when only one employer has it', async () => {
    expect((await resolveScope({ employer: 'Cambridge' }, deps)).scope.employer?.key).toBe('cambridge nhs trust');
  });

  it.each([
    [{ region: 'Estonglia' }, 'Unknown region "Estonglia"'],
    [{ region: '' }, 'Unknown region ""'],
    [{ employer: 'NHS Trust' }, 'did you mean "Cambridge NHS Trust", "Ely NHS Trust"?'],
    [{ employer: 'Acmee' }, 'Unknown employer "Acmee": did you mean "Acme Ltd"?'],
    [{ employer: 'Initech' }, 'no imported posting names it; check the spelling.'],
    [{ employer: '' }, 'Unknown employer ""'],
    [{ occupation: 'https://example.org/nothing' }, 'the imported taxonomy has no such id.'],
    [{ occupation: '9999' }, 'Unknown ISCO code 9999: no occupation of the imported taxonomy is in that group.'],
    [{ since: '2025-02-01', until: '2025-01-31' }, 'since 2025-02-01 is after until 2025-01-31: swap them.'],
    [{ since: '2025-02-30' }, 'since \"2025-02-30" is not a date: give it as YYYY-MM-DD.'],
    [{ until: '2025-2-3' }, 'until \"2025-2-3" is not a date'],
    [{ until: 'yesterday' }, 'until \"yesterday" is not a date'],
  ])('is refused with a sentence of help: %j', async (request, sentence) => {
    const answer = resolveScope(request, deps);
    await expect(answer).rejects.toThrow(InvalidInputError);
    await expect(answer).rejects.toThrow(sentence);
  });

  it('is refused when the taxonomy has no occupations at all', async () => {
    await expect(resolveScope({ occupation: 'nurse' }, answerDeps())).rejects.toThrow(
      'import a taxonomy with occupations',
    );
  });

  it('may be a window of one day', async () => {
    const { scope } = await resolveScope({ since: '2025-01-01', until: '2025-01-01' }, deps);
    expect([scope.since, scope.until]).toEqual(['2025-01-01', '2025-01-01']);
  });
});

describe('the scope above a scope', () => {
  const region = { code: 'UKH', name: 'East of England' };
  const occupation = (ids: string[], iscoCode: string | null) => ({ ids, iscoCode, label: 'x' });
  const above = (part: Partial<Scope>) => parentScope({ ...WHOLE_SCOPE, ...part });

  it('drops the posting first, then the employer', () => {
    const employer = { key: 'acme', name: 'Acme' };
    expect(above({ postingId: 'p', employer, region })).toMatchObject({ postingId: null, employer, region });
    expect(above({ employer, region })).toMatchObject({ employer: null, region });
  });

  it('widens an occupation to its two-digit ISCO group, then to all occupations', () => {
    expect(above({ occupation: occupation(['o'], '2511'), region })?.occupation).toEqual({
      ...occupation([], '25'),
      label: 'ISCO 25',
    });
    expect(above({ occupation: occupation([], '2511') })?.occupation?.iscoCode).toBe('25');
    expect(above({ occupation: occupation([], '25'), region })).toEqual({ ...WHOLE_SCOPE, region });
    expect(above({ occupation: occupation([], '2') })).toEqual(WHOLE_SCOPE);
    expect(above({ occupation: occupation(['o'], null) })).toEqual(WHOLE_SCOPE);
  });

  it('widens a region to its country, the country to everything, and keeps the window', () => {
    expect(above({ region, since: '2025-01-01' })).toEqual({
      ...WHOLE_SCOPE,
      region: { code: 'GB', name: 'United Kingdom' },
      since: '2025-01-01',
    });
    expect(above({ region: { code: 'GB', name: 'United Kingdom' } })).toEqual(WHOLE_SCOPE);
    expect(above({})).toBeNull();
  });

  it('ends after a few steps, whatever it starts from', () => {
    let scope: Scope | null = {
      ...WHOLE_SCOPE,
      region: { code: 'FR-75C', name: 'Paris' },
      employer: { key: 'a', name: 'A' },
      occupation: occupation(['o'], '2511'),
      postingId: 'p',
    };
    const labels: string[] = [];
    for (; scope !== null && labels.length < 20; scope = parentScope(scope)) labels.push(scopeLabel(scope));
    expect(labels).toHaveLength(8);
    expect(labels.at(-1)).toBe('all occupations');
  });
});
