import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broaderScopes } from '../../../services/answers/broader-scopes.ts';
import { measureScope } from '../../../services/answers/measure-scope.ts';
import type { Scope } from '../../../services/domain/scope.ts';
import { defaultFloors } from '../../../services/gaps/suppress-cells.ts';
import { buildCount } from '../../builders.ts';
import { WHOLE_SCOPE } from '../store/store-fixture.ts';

interface Posting {
  regions: readonly string[];
  isco: string;
  /** Default: the ISCO code. */
  job?: string;
  employer: string;
  day: string;
}

const jobOf = ({ job, isco }: Posting) => job ?? isco;

const isIn =
  ({ region, employer, occupation, since, until }: Scope) =>
  (posting: Posting) =>
    (region === null || posting.regions.includes(region.code)) &&
    (employer === null || posting.employer === employer.key) &&
    (occupation === null ||
      (occupation.ids.length > 0
        ? occupation.ids.includes(jobOf(posting))
        : posting.isco.startsWith(occupation.iscoCode ?? ''))) &&
    (since === null || posting.day >= since) &&
    (until === null || posting.day <= until);

const employersOf = (postings: readonly Posting[]) => new Set(postings.map(({ employer }) => employer)).size;

/** A market by plain filters; every posting asks for one skill. */
function demandOf(postings: readonly Posting[]) {
  return {
    counts: (scope: Scope) => {
      const inside = postings.filter(isIn(scope));
      const skills = inside.length === 0 ? [] : [buildCount('sql', inside.length)];
      return Promise.resolve({ n: inside.length, employers: employersOf(inside), skills, duplicatesRemoved: 0 });
    },
    occupations: (scope: Scope) => {
      const jobs = postings.filter(isIn(scope)).map(jobOf);
      return Promise.resolve(
        [...new Set(jobs)].map((id) => ({ id, postingCount: jobs.filter((job) => job === id).length })),
      );
    },
    remainders: (scope: Scope, broader: readonly Scope[]) =>
      Promise.resolve(
        broader.map((around) => {
          const beyond = postings.filter((posting) => isIn(around)(posting) && !isIn(scope)(posting));
          return { n: beyond.length, employers: employersOf(beyond) };
        }),
      ),
  };
}

const region = (code: string) => ({ region: { code, name: code } });
const isco = (iscoCode: string) => ({ occupation: { ids: [], iscoCode, label: iscoCode } });
const REGIONS = [{}, region('FR'), region('FR-IDF'), region('FR-75C'), region('GB'), region('UKH')];
const job = (id: string, iscoCode: string) => ({ occupation: { ids: [id], iscoCode, label: id } });
const OCCUPATIONS = [{}, isco('2'), isco('25'), isco('2511'), job('analyst', '2511'), job('architect', '2511')];
const OTHERS = [{}, { employer: { key: 'acme', name: 'Acme' } }, { since: '2025-02-01' }];
const SCOPES: Scope[] = REGIONS.flatMap((place) =>
  OCCUPATIONS.flatMap((occupation) => OTHERS.map((other) => ({ ...WHOLE_SCOPE, ...place, ...occupation, ...other }))),
);

const cell = fc.record({
  count: fc.integer({ min: 1, max: 25 }),
  regions: fc.constantFrom([], ['FR'], ['FR-IDF', 'FR'], ['FR-75C', 'FR-IDF', 'FR'], ['GB'], ['UKH', 'GB']),
  isco: fc.constantFrom('2511', '2511', '2512', '2221', '5120'),
  job: fc.constantFrom('analyst', 'architect'),
  employer: fc.constantFrom('acme', 'bolt', 'core', 'dune'),
  day: fc.constantFrom('2025-01-05', '2025-03-05'),
});
const market = fc.array(cell, { minLength: 1, maxLength: 8 }).map((cells) =>
  cells.flatMap(({ count, job: name, ...posting }) =>
    // A job belongs to one group.
    Array.from({ length: count }, (): Posting => (posting.isco === '2511' ? { ...posting, job: name } : posting)),
  ),
);

const measure = (scope: Scope, postings: readonly Posting[]) => {
  const demand = demandOf(postings);
  return demand
    .counts(scope)
    .then((counts) => measureScope(scope, counts, [], demand, { seed: 1, minPostingCount: 1 }));
};

describe('small cells', () => {
  it('are never the difference of a scope and a broader one that are both shown', async () => {
    await fc.assert(
      fc.asyncProperty(market, async (postings) => {
        const shown: Scope[] = [];
        for (const scope of SCOPES) {
          const { suppressed } = await measure(scope, postings);
          if (suppressed === null) shown.push(scope);
        }
        for (const scope of shown) {
          for (const around of shown) {
            const isBroader = broaderScopes(scope).some((one) => JSON.stringify(one) === JSON.stringify(around));
            const isNested = postings.every((posting) => !isIn(scope)(posting) || isIn(around)(posting));
            const beyond = postings.filter((posting) => isIn(around)(posting) && !isIn(scope)(posting));
            if (!isBroader || !isNested || beyond.length === 0) continue;
            expect(beyond.length).toBeGreaterThanOrEqual(defaultFloors.postings);
            if (scope.region === null || around.region === null || scope.employer !== null) continue;
            expect(employersOf(beyond)).toBeGreaterThanOrEqual(defaultFloors.employers);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hide the narrower scope and say which broader one to ask for, with no count', async () => {
    const inParis = { regions: ['FR-75C', 'FR-IDF', 'FR'], isco: '2511', day: '2025-01-05' };
    const around = { ...inParis, regions: ['FR-IDF', 'FR'] };
    const postings = ['acme', 'bolt', 'core', 'dune'].flatMap((employer) => [
      ...Array.from({ length: 5 }, () => ({ ...inParis, employer })),
      { ...around, employer },
    ]);
    const { suppressed, gaps, n } = await measure({ ...WHOLE_SCOPE, ...region('FR-75C') }, postings);
    expect(suppressed).toMatch(
      /^Fewer than 10 postings lie between this scope and .*\(FR-IDF\).*: ask for .* instead\.$/,
    );
    expect({ gaps, n }).toEqual({ gaps: [], n: 0 });
    expect((await measure({ ...WHOLE_SCOPE, ...region('FR-IDF') }, postings)).suppressed).toBeNull();
  });
});

describe('an occupation without a region', () => {
  it('is shown and its group is not where the two differ by a few postings', async () => {
    const analyst = { regions: [], isco: '2511', job: 'analyst', day: '2025-01-05' };
    const postings = ['acme', 'bolt', 'core', 'dune'].flatMap((employer) => [
      ...Array.from({ length: 5 }, () => ({ ...analyst, employer })),
      { ...analyst, job: 'architect', employer },
      ...Array.from({ length: 5 }, () => ({ ...analyst, job: 'cook', isco: '5120', employer })),
    ]);
    expect((await measure({ ...WHOLE_SCOPE, ...job('analyst', '2511') }, postings)).suppressed).toBeNull();
    expect((await measure({ ...WHOLE_SCOPE, ...isco('25') }, postings)).suppressed).toMatch(
      /ask for the occupation that most of them hire for instead\.$/,
    );
  });

  it('is not shown where it is all but a few of everything', async () => {
    const analyst = { regions: [], isco: '2511', job: 'analyst', employer: 'acme', day: '2025-01-05' };
    const postings = [...Array.from({ length: 20 }, () => analyst), { ...analyst, job: 'cook', isco: '5120' }];
    expect((await measure({ ...WHOLE_SCOPE, ...job('analyst', '2511') }, postings)).suppressed).toMatch(/instead\.$/);
  });
});

describe('broaderScopes', () => {
  it('are each condition widened by steps, in every combination, without the scope itself', () => {
    const codes = (scope: Partial<Scope>) =>
      broaderScopes({ ...WHOLE_SCOPE, ...scope }).map(
        (one) => `${one.region?.code ?? '-'} ${one.occupation?.iscoCode ?? '-'} ${one.employer?.key ?? '-'}`,
      );
    expect(codes({})).toEqual([]);
    expect(codes({ ...region('FR-75C'), postingId: 'p1' })).toEqual([]);
    expect(codes(region('FR-75C'))).toEqual(['FR-IDF - -', 'FR - -', '- - -']);
    expect(codes({ ...region('GB'), ...isco('25') })).toEqual(['GB 2 -', 'GB - -', '- 25 -', '- 2 -', '- - -']);
    expect(codes({ occupation: { ids: ['o1'], iscoCode: '25', label: '' } })).toEqual(['- 25 -', '- 2 -', '- - -']);
  });

  it('leave out the employer and either end of the window, alone and together', () => {
    const scope = {
      ...WHOLE_SCOPE,
      employer: { key: 'acme', name: 'Acme' },
      since: '2025-01-01',
      until: '2025-06-30',
    };
    const left = broaderScopes(scope).map(
      ({ employer, since, until }) => `${employer?.key ?? '-'} ${since ?? '-'} ${until ?? '-'}`,
    );
    expect(left).toEqual([
      'acme 2025-01-01 -',
      'acme - 2025-06-30',
      'acme - -',
      '- 2025-01-01 2025-06-30',
      '- 2025-01-01 -',
      '- - 2025-06-30',
      '- - -',
    ]);
  });
});
