/** One white space in, its brief out: what the catalogue and the postings say about a credential that would fill it. */
import { askedBesides, describeDemand } from '../briefs/describe-demand.ts';
import { economicsReply, type EconomicsRequest } from '../briefs/economics-reply.ts';
import { estimateLevel, estimateOutcomeHours, sumHours } from '../briefs/estimates.ts';
import { WHITE_SPACE_OPTIONS, type AskingPosting, type WhiteSpace } from '../briefs/find-white-space.ts';
import { proposeAssessment } from '../briefs/propose-assessment.ts';
import { writeOutcome } from '../briefs/write-outcome.ts';
import { rankCredentials } from '../credentials/rank-credentials.ts';
import type { BriefOutcome, DesignBrief } from '../domain/brief.ts';
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Scope } from '../domain/scope.ts';
import type { Skill } from '../domain/skill.ts';
import { toShare } from '../domain/units.ts';
import type { SkillTrend } from '../gaps/measure-trend.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { toEvidenceReply } from './answer-gaps.ts';
import { credentialReply, skillReply } from './credential-replies.ts';

export interface DesignMarket {
  scope: Scope;
  postings: readonly AskingPosting[];
  /** Of all skills with a gap in the scope. */
  coverages: readonly SkillCoverage[];
  trends: ReadonlyMap<string, SkillTrend | null>;
  economics: EconomicsRequest;
}

const NEAREST_PER_OUTCOME = 5;
/** Of the same field at least. Lower than for an answer to a requirement: nobody teaches this, and only hours are read off. */
const NEAR_SIMILARITY = 0.4;
const COMPETITORS = 5;
const PREREQUISITES = 3;
/** A skill that fewer of the bundle's postings ask for is no prerequisite. */
const PREREQUISITE_SHARE = 0.25;
const NAMES_SHOWN = 5;

export async function writeDesignBrief(
  space: WhiteSpace,
  market: DesignMarket,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<DesignBrief> {
  const skillIds = space.skills.map(({ gap }) => gap.skillId);
  const bundle = new Set<string>(skillIds);
  const demand = describeDemand(bundle, market.postings);
  const occupations = await deps.occupations();
  const besides = askedBesides(bundle, market.postings, isTaughtBy(market.coverages), PREREQUISITE_SHARE).slice(
    0,
    PREREQUISITES,
  );
  const skills = await deps.taxonomies.skillsById([...skillIds, ...besides.map(({ skillId }) => skillId)]);
  const near = await nearCredentials(space, skills, deps);
  const eqfLevel = estimateLevel([...new Map(near.flat().map((one) => [one.id, one])).values()], demand.iscoWeights);
  const evidence = groupBy(
    await deps.demand.evidence(market.scope, skillIds, options.evidencePerSkill),
    ({ skillId }) => skillId,
  );
  const outcomes = space.skills.map(({ gap, catalogueCoverage, uncovered }, at): BriefOutcome => ({
    text: outcomeText(gap.skillId, skills, eqfLevel.value),
    skill: skillReply(gap.skillId, skills),
    gapShare: gap.gapShare,
    gapInterval: gap.gapInterval,
    catalogueCoverage: toShare(catalogueCoverage),
    uncovered: toShare(uncovered),
    mustHaveShare: gap.mustHaveShare,
    postingCount: gap.expectedCount,
    trend: market.trends.get(gap.skillId)?.direction ?? 'unknown',
    hours: estimateOutcomeHours(near[at] ?? []),
    evidence: (evidence.get(gap.skillId) ?? []).map(toEvidenceReply),
  }));
  const hours = sumHours(outcomes.map((outcome) => outcome.hours));
  const occupationLabels = demand.occupations.map(({ occupation, postingCount }) => ({
    label: occupations.get(occupation)?.preferredLabel ?? occupation,
    postingCount,
  }));
  return {
    title: titleOf(outcomes, occupationLabels, demand.postingCount),
    worth: space.worth,
    fit: space.fit === null ? null : toShare(space.fit),
    stability: toShare(space.stability),
    demand: {
      share: toShare(demand.share),
      interval: demand.interval,
      postingCount: demand.postingCount,
      employers: demand.employerCount,
    },
    togetherCount: demand.togetherCount,
    // Half a posting and less is a doubt of the linker, not an occupation.
    occupations: occupationLabels.filter(({ postingCount }) => postingCount >= 0.5).slice(0, NAMES_SHOWN),
    employers: demand.employers.slice(0, NAMES_SHOWN),
    outcomes,
    hours,
    eqfLevel,
    assessment: proposeAssessment(
      space.skills.map(({ gap, uncovered }) => ({
        type: skills.get(gap.skillId)?.skillType ?? 'unspecified',
        weight: uncovered,
      })),
    ),
    prerequisites: await prerequisitesOf(besides, market.coverages, skills, deps),
    competitors: await competitorsOf(space, market.coverages, skills, deps),
    economics: economicsReply(market.economics, hours.value),
  };
}

function isTaughtBy(coverages: readonly SkillCoverage[]): (skillId: string) => boolean {
  const taught = new Set<string>(
    coverages.filter(({ coverage }) => coverage >= WHITE_SPACE_OPTIONS.taughtFrom).map(({ skillId }) => skillId),
  );
  return (skillId) => taught.has(skillId);
}

function outcomeText(skillId: string, skills: ReadonlyMap<string, Skill>, eqfLevel: number | null): string {
  return writeOutcome(skills.get(skillId) ?? { preferredLabel: skillId, skillType: 'unspecified' }, eqfLevel);
}

/** For each skill of the space the credentials with the nearest outcomes, nearest first. */
async function nearCredentials(
  space: WhiteSpace,
  skills: ReadonlyMap<string, Skill>,
  deps: AnswerDeps,
): Promise<Credential[][]> {
  const found = await deps.nearestOutcomes(space.skills.map(({ gap }) => outcomeText(gap.skillId, skills, null)));
  const idsOf = found.map((outcomes) =>
    [
      ...new Set(
        outcomes
          .filter(({ similarity }) => similarity >= NEAR_SIMILARITY)
          .sort((a, b) => b.similarity - a.similarity)
          .map(({ credentialId }) => credentialId),
      ),
    ].slice(0, NEAREST_PER_OUTCOME),
  );
  const credentials = await deps.credentials.credentials([...new Set(idsOf.flat())]);
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return idsOf.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

async function prerequisitesOf(
  besides: readonly { skillId: string; share: number }[],
  coverages: readonly SkillCoverage[],
  skills: ReadonlyMap<string, Skill>,
  deps: AnswerDeps,
): Promise<DesignBrief['prerequisites']> {
  const best = besides.flatMap(({ skillId, share }) => {
    const [surest] = coverages
      .filter((coverage) => coverage.skillId === skillId)
      .sort((a, b) => b.coverage - a.coverage);
    return surest === undefined ? [] : [{ skillId, share, credentialId: surest.credentialId }];
  });
  const credentials = await deps.credentials.credentials(best.map(({ credentialId }) => credentialId));
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return best.flatMap(({ skillId, share, credentialId }) => {
    const credential = byId.get(credentialId);
    if (credential === undefined) return [];
    return [{ skill: skillReply(skillId, skills), share: toShare(share), taughtBy: credentialReply(credential) }];
  });
}

/** Credentials that teach some of it already, the largest part of the bundle's gap first. */
async function competitorsOf(
  space: WhiteSpace,
  coverages: readonly SkillCoverage[],
  skills: ReadonlyMap<string, Skill>,
  deps: AnswerDeps,
): Promise<DesignBrief['competitors']> {
  const bundle = new Set<string>(space.skills.map(({ gap }) => gap.skillId));
  const own = coverages.filter(({ skillId, coverage }) => bundle.has(skillId) && coverage > 0);
  const credentials = await deps.credentials.credentials([...new Set(own.map(({ credentialId }) => credentialId))]);
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  const ranked = rankCredentials(
    credentials,
    own,
    space.skills.map(({ gap }) => gap),
  );
  return ranked.slice(0, COMPETITORS).flatMap(({ credentialId, gapClosed, contributions }) => {
    const credential = byId.get(credentialId);
    if (credential === undefined) return [];
    return [
      {
        credential: credentialReply(credential),
        overlap: gapClosed,
        skills: contributions.map(({ skillId }) => skillReply(skillId, skills).label),
      },
    ];
  });
}

/** Its two most wanted skills, and whom it is for where one occupation makes half of the askings. */
function titleOf(
  outcomes: readonly BriefOutcome[],
  occupations: readonly { label: string; postingCount: number }[],
  postingCount: number,
): string {
  const names = outcomes.slice(0, 2).map(({ skill }) => skill.label);
  const [first] = occupations;
  const whom = first !== undefined && first.postingCount >= postingCount / 2 ? `, for work as ${first.label}` : '';
  const title = `${names.join(names.some((name) => name.includes(' and ')) ? ', ' : ' and ')}${whom}`;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
