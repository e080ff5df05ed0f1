/** Answers over a small market in memory: counts by scope, credentials with coverages, one quote per skill. */
import type { AnswerDeps } from '../../../services/answers/answer-deps.ts';
import { solveWithHighs } from '../../../services/credentials/highs-solver.ts';
import type { Credential, SkillCoverage } from '../../../services/domain/credential.ts';
import type { ScopeCounts, SkillSupply } from '../../../services/domain/gap.ts';
import type { Occupation } from '../../../services/domain/occupation.ts';
import type { LearnerProfile } from '../../../services/domain/profile.ts';
import type { Scope } from '../../../services/domain/scope.ts';
import type { NearOutcome } from '../../../services/credentials/answer-unlinked.ts';
import type { ReadPosting, UnlinkedRequirement } from '../../../services/store/store.ts';
import { buildCount, buildCounts, buildCoverage, buildCredential } from '../../builders.ts';
import { buildSkill } from '../store/store-fixture.ts';

export const OPTIONS = { top: 20, seed: 1, evidencePerSkill: 1 };

export const PROFILE: LearnerProfile = {
  statements: [{ text: 'I know Python', trust: 'claimed' }],
  heldCredentials: [],
  languages: [],
  target: null,
};

/** 40 postings of 8 employers: Python in 30, SQL in 20, one accident in 1. */
export const MARKET = buildCounts(40, [buildCount('cobol', 1), buildCount('python', 30), buildCount('sql', 20)], 8);

export interface Market {
  counts?: (scope: Scope) => ScopeCounts;
  credentials?: Credential[];
  coverages?: SkillCoverage[];
  /** Supplies that any profile shows. */
  shown?: SkillSupply[];
  /** Supplies of any employer's staff. */
  staff?: SkillSupply[];
  /** Sentences no skill explains, and the outcomes near any of them. */
  unlinked?: UnlinkedRequirement[];
  nearOutcomes?: NearOutcome[];
  /** Sentences of the scope and of everything else. */
  read?: Record<'inside' | 'outside', ReadPosting[]>;
  occupations?: Occupation[];
  /** Nearest by meaning, for any title. */
  found?: { occupationId: string; nearness: number }[];
  employers?: { key: string; name: string; postingCount: number }[];
}

export const CATALOGUE: Credential[] = [
  buildCredential('py', { workloadHours: 20, price: { amount: 100, currency: 'EUR' } }),
  buildCredential('db', { workloadHours: 10, price: { amount: 50, currency: 'EUR' } }),
  buildCredential('both', { workloadHours: 60, price: { amount: 400, currency: 'EUR' } }),
  buildCredential('free', { workloadHours: 5, price: { amount: 0, currency: 'EUR' } }),
];

export const COVERAGES: SkillCoverage[] = [
  buildCoverage('py', 'python', 0.9),
  buildCoverage('db', 'sql', 0.8),
  buildCoverage('both', 'python', 0.7),
  buildCoverage('both', 'sql', 0.9),
  buildCoverage('free', 'python', 0.3),
];

export function answerDeps(market: Market = {}): AnswerDeps {
  const {
    credentials = CATALOGUE,
    coverages = COVERAGES,
    shown = [],
    staff = [],
    occupations = [],
    found = [],
    employers = [],
  } = market;
  const counts = market.counts ?? (() => MARKET);
  const store: Pick<AnswerDeps, 'taxonomies' | 'demand' | 'credentials'> = {
    taxonomies: {
      skillsById: (ids) => Promise.resolve(new Map(ids.map((id) => [id, buildSkill(id)]))),
      coreSkillsBySkill: () => Promise.resolve(new Map([['python', ['tech']]])),
      saveRelease: refuse,
      saveCoreSkills: refuse,
      activeReleases: refuse,
      skills: refuse,
      skillLabels: refuse,
      sameSkills: refuse,
      occupations: refuse,
      occupationLabels: refuse,
      occupationSkillIds: refuse,
      occupationCounts: refuse,
      coreSkills: (year) =>
        Promise.resolve([
          {
            id: 'tech',
            listYear: year,
            rank: 1,
            name: 'Technological literacy',
            group: 'Technology skills',
            skillGroup: 'technical',
            definition: '',
          },
        ]),
    },
    demand: {
      counts: (scope) => Promise.resolve({ ...counts(scope), duplicatesRemoved: 3 }),
      postingSkills: (scope, skillIds) => Promise.resolve(postingsOf(counts(scope), skillIds)),
      weekly: () => Promise.resolve([]),
      weeklyBySource: () => Promise.resolve([]),
      evidence: (_scope, skillIds) =>
        Promise.resolve(
          skillIds.map((skillId) => ({
            skillId,
            postingId: 'p1',
            title: 'T',
            employer: null,
            postedOn: null,
            quote: `You know ${skillId}.`,
            start: 9,
            end: 9 + skillId.length,
            confidence: 0.9,
          })),
        ),
      unlinkedRequirements: () => Promise.resolve(market.unlinked ?? []),
      askingPostings: (scope) => Promise.resolve(askingRows(counts(scope))),
      necessityCounts: (scope, skillIds) => Promise.resolve(necessitiesOf(counts(scope), skillIds)),
      readPostings: (_scope, side) => Promise.resolve(market.read?.[side] ?? []),
      employers: () => Promise.resolve(employers),
      // Of a market that is all there is.
      remainders: (_scope, broader) => Promise.resolve(broader.map(() => ({ n: 0, employers: 0 }))),
      recount: refuse,
      places: refuse,
      // Nobody is hired for an occupation of the taxonomy, so no group differs from one by a few.
      occupations: () => Promise.resolve([]),
      regions: refuse,
      saveWorkforce: refuse,
      workforce: refuse,
    },
    credentials: {
      coverageOf: (ids) => Promise.resolve(coverages.filter(({ skillId }) => ids.includes(skillId))),
      credentials: (ids) => Promise.resolve(credentials.filter(({ id }) => ids.includes(id))),
      covering: (ids) =>
        Promise.resolve({ credentials, coverages: coverages.filter(({ skillId }) => ids.includes(skillId)) }),
    },
  };
  return {
    ...store,
    taxonomy: { name: 'own', version: '1' },
    modelId: 'hashing',
    linkerId: 'linker-1',
    occupations: () => Promise.resolve(new Map(occupations.map((one) => [one.id, one]))),
    rankOccupations: () => Promise.resolve(found),
    supplyOfProfile: () => Promise.resolve(shown),
    searchOutcomes: (sentences) =>
      Promise.resolve(sentences.map((sentence) => ({ ...sentence, nearOutcomes: market.nearOutcomes ?? [] }))),
    nearestOutcomes: (texts) => Promise.resolve(texts.map(() => market.nearOutcomes ?? [])),
    linkTexts: refuse,
    supplyOfEmployer: () => Promise.resolve(staff),
    solveIntegerProgram: solveWithHighs,
  };
}

/** Posting 1 asks for every skill, posting 2 for those asked for in two postings or more, and so on. */
function postingsOf({ skills }: ScopeCounts, skillIds: readonly string[]) {
  return skills
    .filter(({ skillId }) => skillIds.includes(skillId))
    .flatMap(({ skillId, postingCount }) =>
      Array.from({ length: postingCount }, (_, at) => ({
        skillId,
        probability: 1,
        mustProbability: 0,
        postingId: `p${at}`,
        employerKey: null,
      })),
    );
}

/** Every posting hires for `work`; an employer has five of them. */
function askingRows({ n }: ScopeCounts) {
  return Array.from({ length: n }, (_, at) => ({
    postingId: `p${at}`,
    employer: `Employer ${Math.floor(at / 5)}`,
    occupationId: 'work',
    iscoCode: '2511',
  }));
}

/** Three in four askings are musts, the rest do not say. */
function necessitiesOf({ skills }: ScopeCounts, skillIds: readonly string[]) {
  return skills
    .filter(({ skillId }) => skillIds.includes(skillId))
    .flatMap(({ skillId, expectedCount }) => [
      { skillId, necessity: 'must' as const, expectedCount: 0.75 * expectedCount },
      { skillId, necessity: 'unstated' as const, expectedCount: 0.25 * expectedCount },
    ]);
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('An answer was not expected to read or write this.'));
}
