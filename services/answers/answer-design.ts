/** "What should be taught here that nobody teaches?": the white spaces of a scope, each as a brief for a new credential. */
import { findWhiteSpaces, WHITE_SPACE_OPTIONS, type AskingPosting } from '../briefs/find-white-space.ts';
import type { EconomicsRequest } from '../briefs/economics-reply.ts';
import { growthOf } from '../briefs/growth.ts';
import type { DesignReply } from '../domain/brief.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Scope } from '../domain/scope.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { taughtSkills } from './taught-skills.ts';
import { weeklyTrends } from './weekly-trends.ts';
import { writeDesignBrief } from './write-design-brief.ts';

export interface DesignRequest extends GapsRequest {
  economics: EconomicsRequest;
}

export async function answerDesign(
  request: DesignRequest,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<DesignReply> {
  const { resolved, measured, header } = await answerScope(request, deps, options);
  if (measured.suppressed !== null) return { ...header, spaceCount: 0, briefs: [] };
  const skillIds = measured.gaps.map(({ skillId }) => skillId);
  const [coverages, postings, trends] = await Promise.all([
    deps.credentials.coverageOf(skillIds),
    askingPostings(resolved.scope, skillIds, deps),
    weeklyTrends(resolved.scope, skillIds, deps.demand),
  ]);
  const spaces = await findWhiteSpaces(
    {
      gaps: measured.gaps,
      catalogueCoverage: new Map([...taughtSkills(coverages)].map(([skillId, { coverage }]) => [skillId, coverage])),
      growths: new Map([...trends].map(([skillId, trend]) => [skillId, growthOf(trend)])),
      postings,
      seed: options.seed,
    },
    WHITE_SPACE_OPTIONS,
  );
  const market = { scope: resolved.scope, postings, coverages, trends, economics: request.economics };
  const briefs = [];
  for (const space of spaces.slice(0, options.top)) briefs.push(await writeDesignBrief(space, market, deps, options));
  return { ...header, spaceCount: spaces.length, briefs };
}

/** Every posting of the scope with the given skills it asks for. */
async function askingPostings(
  scope: Scope,
  skillIds: readonly string[],
  { demand }: Pick<AnswerDeps, 'demand'>,
): Promise<AskingPosting[]> {
  const [postings, rows] = await Promise.all([demand.askingPostings(scope), demand.postingSkills(scope, skillIds)]);
  const skills = groupBy(rows, ({ postingId }) => postingId);
  return postings.map(({ postingId, employer, occupationId, iscoCode }) => ({
    postingId,
    employer,
    occupation: occupationId,
    iscoCode,
    skills: skills.get(postingId) ?? [],
  }));
}
