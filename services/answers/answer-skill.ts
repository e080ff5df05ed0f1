/** "What about this skill?": who asks for it, when, where and with what else, and who teaches it. */
import { regionName } from '../collect/find-region.ts';
import type { SkillCoverage } from '../domain/credential.ts';
import type { Scope } from '../domain/scope.ts';
import type { SkillPageReply, SkillPlace } from '../domain/skill-page-reply.ts';
import { toShare } from '../domain/units.ts';
import { NotFoundError } from '../errors.ts';
import { poissonLowerBound } from '../gaps/map-skills.ts';
import type { AnswerOptions } from './answer-deps.ts';
import { answerScope, toEvidenceReply } from './answer-gaps.ts';
import type { BrowseDeps } from './browse-deps.ts';
import { credentialReply, skillReply } from './credential-replies.ts';
import { DEFAULT_MIN_POSTING_COUNT, measureScope } from './measure-scope.ts';
import type { ScopeRequest } from './resolve-scope.ts';
import { taughtSkills } from './taught-skills.ts';
import { weeklyTrends } from './weekly-trends.ts';

const MOST_TEACHERS = 50;
/** Candidates looked at for each place shown: the largest may be suppressed. */
const PLACES_TRIED = 3;
/** Fewer meetings (expected) are chance. */
const MIN_TOGETHER = 3;

/**
 * @param options `top` is the most regions, employers and neighbours shown of each
 * @throws NotFoundError for an id that the taxonomy does not have
 */
export async function answerSkill(
  skillId: string,
  request: ScopeRequest,
  deps: BrowseDeps,
  options: AnswerOptions,
): Promise<SkillPageReply> {
  const skill = (await deps.taxonomies.skillsById([skillId])).get(skillId);
  if (skill === undefined) throw new NotFoundError(`There is no skill ${skillId}: find it by its words at /v1/search.`);
  const { resolved, measured, header } = await answerScope(request, deps, options);
  const { scope } = resolved;
  const isShown = measured.suppressed === null;
  const [coreSkills, trends, weeks, coverages, evidence] = await Promise.all([
    deps.taxonomies.coreSkillsBySkill(deps.taxonomy.name),
    isShown ? weeklyTrends(scope, [skillId], deps.demand) : null,
    isShown ? deps.demand.weekly(scope, [skillId]) : [],
    deps.credentials.coverageOf([skillId]),
    isShown ? deps.demand.evidence(scope, [skillId], options.evidencePerSkill) : [],
  ]);
  const rank = measured.gaps
    .toSorted((a, b) => b.demandShare - a.demandShare)
    .findIndex((gap) => gap.skillId === skillId);
  const gap = measured.gaps.find((one) => one.skillId === skillId);
  return {
    ...header,
    skill: {
      ...skillReply(skillId, new Map([[skillId, skill]])),
      description: skill.description,
      aliases: skill.altLabels,
      reuseLevel: skill.reuseLevel,
      coreSkills: coreSkills.get(skillId) ?? [],
    },
    demand:
      gap === undefined
        ? null
        : {
            share: gap.demandShare,
            interval: gap.demandInterval,
            mustHaveShare: gap.mustHaveShare,
            postingCount: gap.expectedCount,
            rank: rank + 1,
          },
    trend: trends?.get(skillId) ?? null,
    weeks: weeks.map(({ week, n, expectedCount }) => ({ week, n, expectedCount })),
    ...(isShown ? await aroundSkill(skillId, scope, deps, options) : { regions: [], employers: [], neighbours: [] }),
    taughtBy: await teachersOf(coverages, deps),
    teacherCount: coverages.filter(({ coverage }) => coverage > 0).length,
    evidence: evidence.map(toEvidenceReply),
  };
}

async function aroundSkill(
  skillId: string,
  scope: Scope,
  deps: BrowseDeps,
  options: AnswerOptions,
): Promise<Pick<SkillPageReply, 'regions' | 'employers' | 'neighbours'>> {
  const { regions, employers, companions } = await deps.demand.places(scope, skillId);
  const names = new Map((await deps.demand.employers()).map(({ key, name }) => [key, name]));
  const placed = (where: Pick<Scope, 'region'> | Pick<Scope, 'employer'>, value: string, label: string) =>
    placeOf(skillId, { ...scope, ...where }, value, label, deps, options);
  return {
    regions: await firstShown(options.top, regions, ({ key }) => {
      const name = regionName(key);
      return placed({ region: { code: key, name } }, key, name);
    }),
    employers: await firstShown(options.top, employers, ({ key }) => {
      const name = names.get(key) ?? key;
      return placed({ employer: { key, name } }, name, name);
    }),
    neighbours: await neighboursOf(skillId, companions, scope, deps, options),
  };
}

/** The first places that are not suppressed. One after the other: each is a count of its own. */
async function firstShown<Place>(
  most: number,
  places: readonly Place[],
  shown: (place: Place) => Promise<SkillPlace | null>,
): Promise<SkillPlace[]> {
  const found: SkillPlace[] = [];
  for (const place of places.slice(0, PLACES_TRIED * most)) {
    if (found.length === most) break;
    const one = await shown(place);
    if (one !== null) found.push(one);
  }
  return found.sort((a, b) => b.demandShare - a.demandShare);
}

async function placeOf(
  skillId: string,
  scope: Scope,
  value: string,
  label: string,
  { demand }: BrowseDeps,
  { seed }: AnswerOptions,
): Promise<SkillPlace | null> {
  const counts = await demand.counts(scope);
  const measured = await measureScope(scope, counts, [], demand, { seed, minPostingCount: DEFAULT_MIN_POSTING_COUNT });
  const gap = measured.gaps.find((one) => one.skillId === skillId);
  if (gap === undefined) return null;
  const { demandShare, demandInterval, expectedCount } = gap;
  return { value, label, demandShare, demandInterval, n: measured.n, postingCount: expectedCount };
}

async function neighboursOf(
  skillId: string,
  companions: readonly { skillId: string; togetherCount: number }[],
  scope: Scope,
  { demand, taxonomies, credentials }: BrowseDeps,
  { top }: AnswerOptions,
): Promise<SkillPageReply['neighbours']> {
  const { n, skills: counts } = await demand.counts(scope);
  const expected = new Map(counts.map((one) => [one.skillId, one.expectedCount]));
  const own = expected.get(skillId) ?? 0;
  const near = companions
    .filter(({ togetherCount }) => togetherCount >= MIN_TOGETHER)
    .map(({ skillId: other, togetherCount }) => ({
      skillId: other,
      togetherCount,
      strength: (poissonLowerBound(togetherCount) * n) / (own * (expected.get(other) ?? 0)),
    }))
    .filter(({ strength }) => strength > 1)
    // What is asked for often and together: strength alone would list only rare skills.
    .sort((a, b) => b.togetherCount * Math.log(b.strength) - a.togetherCount * Math.log(a.strength))
    .slice(0, top);
  const ids = near.map((one) => one.skillId);
  const [skills, coverages] = await Promise.all([taxonomies.skillsById(ids), credentials.coverageOf(ids)]);
  const taught = taughtSkills(coverages);
  return near.map(({ skillId: id, strength, togetherCount }) => ({
    skill: skillReply(id, skills),
    strength,
    togetherCount,
    taughtBy: taught.get(id)?.credentialCount ?? 0,
  }));
}

async function teachersOf(
  coverages: readonly SkillCoverage[],
  { credentials }: BrowseDeps,
): Promise<SkillPageReply['taughtBy']> {
  const surest = coverages
    .filter(({ coverage }) => coverage > 0)
    .toSorted((a, b) => b.coverage - a.coverage)
    .slice(0, MOST_TEACHERS);
  const found = await credentials.credentials(surest.map(({ credentialId }) => credentialId));
  const byId = new Map(found.map((credential) => [credential.id, credential]));
  return surest.flatMap(({ credentialId, coverage, state, outcome }) => {
    const credential = byId.get(credentialId);
    return credential === undefined
      ? []
      : [{ credential: credentialReply(credential), coverage: toShare(coverage), state, outcome }];
  });
}
