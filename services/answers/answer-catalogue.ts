/** "How does this catalogue lie over what is missing?": what is taught, what twice, and what not at all. */
import { WHITE_SPACE_OPTIONS } from '../briefs/find-white-space.ts';
import { rankCredentials } from '../credentials/rank-credentials.ts';
import type { CatalogueReply } from '../domain/catalogue-reply.ts';
import type { Contribution } from '../domain/credential.ts';
import { toShare } from '../domain/units.ts';
import type { AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import type { BrowseDeps } from './browse-deps.ts';
import { credentialReply, skillReply } from './credential-replies.ts';
import { taughtSkills } from './taught-skills.ts';

export interface CatalogueRequest extends GapsRequest {
  /** Any case; absent: everything imported. */
  provider?: string | undefined;
  /** Most rows. */
  mostCredentials: number;
}

const MOST_OVERLAPS = 50;
/** Less in common is no overlap worth a meeting. */
const MIN_OVERLAP = 0.2;

/** @param options `top` is the number of skills, the largest gaps first */
export async function answerCatalogue(
  request: CatalogueRequest,
  deps: BrowseDeps,
  options: AnswerOptions,
): Promise<CatalogueReply> {
  const { measured, header } = await answerScope(request, deps, options);
  const gaps = measured.gaps.slice(0, options.top);
  const skillIds = gaps.map(({ skillId }) => skillId);
  const provider = request.provider?.trim().toLowerCase();
  const [{ credentials, coverages }, skills, all] = await Promise.all([
    deps.credentials.covering(skillIds),
    deps.taxonomies.skillsById(skillIds),
    deps.credentials.all(),
  ]);
  const isOwn = (one: { provider: string | null }) =>
    provider === undefined || one.provider?.trim().toLowerCase() === provider;
  const own = new Map(credentials.filter(isOwn).map((credential) => [credential.id, credential]));
  const anywhere = taughtSkills(coverages);
  const here = taughtSkills(coverages.filter(({ credentialId }) => own.has(credentialId)));
  // All columns are covered by what is ranked: the rows close parts of these gaps and of no others.
  const ranked = rankCredentials([...own.values()], coverages, gaps).slice(0, request.mostCredentials);
  const columns = new Map<string, number>(skillIds.map((skillId, column) => [skillId, column]));
  return {
    ...header,
    provider: request.provider ?? null,
    credentialCount: all.filter(isOwn).length,
    skills: gaps.map(({ skillId, gapShare, gapInterval, demandShare }) => ({
      skill: skillReply(skillId, skills),
      gapShare,
      gapInterval,
      demandShare,
      coverage: toShare(here.get(skillId)?.coverage ?? 0),
      coverageAnywhere: toShare(anywhere.get(skillId)?.coverage ?? 0),
      taughtBy: here.get(skillId)?.credentialCount ?? 0,
    })),
    credentials: ranked.flatMap(({ credentialId, gapClosed, gapClosedInterval }) => {
      const credential = own.get(credentialId);
      return credential === undefined
        ? []
        : [{ credential: credentialReply(credential), gapClosed, gapClosedInterval }];
    }),
    cells: ranked.flatMap(({ contributions }, row) =>
      contributions.map(({ skillId, coverage, state, outcome }) => ({
        row,
        column: columns.get(skillId) ?? 0,
        coverage,
        state,
        outcome,
      })),
    ),
    overlaps: overlapsOf(
      ranked.map(({ contributions }) => contributions),
      (skillId) => skillReply(skillId, skills).label,
    ),
    missing: skillIds
      .filter((skillId) => (here.get(skillId)?.coverage ?? 0) < WHITE_SPACE_OPTIONS.taughtFrom)
      .map((skillId) => skillReply(skillId, skills)),
  };
}

/** Sum of the smaller coverage over sum of the larger one (weighted Jaccard) for each pair that shares a skill. */
function overlapsOf(
  rows: readonly (readonly Contribution[])[],
  labelOf: (skillId: string) => string,
): CatalogueReply['overlaps'] {
  const coverages = rows.map((row) => new Map<string, number>(row.map(({ skillId, coverage }) => [skillId, coverage])));
  const overlaps: CatalogueReply['overlaps'] = [];
  for (const [a, one] of coverages.entries()) {
    for (const [b, other] of coverages.entries()) {
      if (b <= a) continue;
      const shared = [...one.keys()].filter((skillId) => other.has(skillId));
      if (shared.length === 0) continue;
      const ids = new Set([...one.keys(), ...other.keys()]);
      let [smaller, larger] = [0, 0];
      for (const id of ids) {
        smaller += Math.min(one.get(id) ?? 0, other.get(id) ?? 0);
        larger += Math.max(one.get(id) ?? 0, other.get(id) ?? 0);
      }
      const overlap = smaller / larger;
      if (overlap >= MIN_OVERLAP)
        overlaps.push({ rows: [a, b], overlap: toShare(overlap), skills: shared.map(labelOf) });
    }
  }
  return overlaps.sort((x, y) => y.overlap - x.overlap).slice(0, MOST_OVERLAPS);
}
