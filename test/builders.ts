/**
 * Small builders with valid defaults: a test names only what it is about.
 */
import type { Credential, SkillCoverage } from '../services/domain/credential.ts';
import type { ScopeCounts, SkillCount, SkillDemand, SkillGap } from '../services/domain/gap.ts';
import { SkillId } from '../services/domain/skill.ts';
import { toShare } from '../services/domain/units.ts';

/** Counts of one skill: asked for with the same probability in each of its postings, each of another employer; no must. */
export function buildCount(skillId: string, expectedCount: number, rest: Partial<SkillCount> = {}): SkillCount {
  const postingCount = rest.postingCount ?? Math.ceil(expectedCount);
  const squaredCount = postingCount === 0 ? 0 : expectedCount ** 2 / postingCount;
  return { skillId, expectedCount, squaredCount, mustCount: 0, postingCount, employerCount: postingCount, ...rest };
}

export function buildCounts(n: number, skills: readonly SkillCount[], employers = n): ScopeCounts {
  return { n, employers, skills };
}

/** Demand known from 100 postings, with a plain interval of 0.05 to either side. */
export function buildDemand(skillId: string, demandShare: number, rest: Partial<SkillDemand> = {}): SkillDemand {
  return {
    skillId: SkillId.parse(skillId),
    demandShare: toShare(demandShare),
    demandInterval: [Math.max(0, demandShare - 0.05), Math.min(1, demandShare + 0.05)],
    mustHaveShare: toShare(0),
    specificity: null,
    expectedCount: 100 * demandShare,
    posterior: { alpha: 100 * demandShare + 0.5, beta: 100 * (1 - demandShare) + 0.5 },
    linkDispersion: 1,
    ...rest,
  };
}

/** A gap with unknown supply: it equals its demand. */
export function buildGap(skillId: string, gapShare: number, rest: Partial<SkillGap> = {}): SkillGap {
  const demand = buildDemand(skillId, gapShare);
  return {
    ...demand,
    supplyShare: null,
    supplyState: 'unknown',
    gapShare: demand.demandShare,
    gapInterval: demand.demandInterval,
    ...rest,
  };
}

export function buildCoverage(
  credentialId: string,
  skillId: string,
  coverage: number,
  rest: Partial<SkillCoverage> = {},
): SkillCoverage {
  return {
    credentialId,
    skillId: SkillId.parse(skillId),
    coverage: toShare(coverage),
    state: 'inferred',
    outcome: { text: `Teaches ${skillId}.`, source: 'learning outcome', start: 8, end: 8 + skillId.length },
    ...rest,
  };
}

/** A credential of which nothing optional is known. */
export function buildCredential(id: string, rest: Partial<Credential> = {}): Credential {
  return {
    id,
    source: 'test',
    title: `Credential ${id}`,
    provider: null,
    providerKind: 'unspecified',
    providerCountry: null,
    awardingBody: null,
    description: null,
    learningOutcomes: [],
    workloadHours: null,
    ects: null,
    eqfLevel: null,
    statedLevel: null,
    assessment: null,
    participation: 'unspecified',
    qualityAssurance: null,
    learnerIdentification: null,
    identityVerification: null,
    issuing: null,
    price: null,
    language: null,
    entryRequirements: null,
    prerequisiteIds: [],
    partOfIds: [],
    hasPartIds: [],
    stackable: null,
    integrationMode: null,
    availableIn: [],
    url: null,
    lastReviewedOn: null,
    occupationCodes: [],
    raw: {},
    ...rest,
  };
}
