/**
 * Gaps of a scope, what the catalogue teaches and the scope's postings in; bundles of skills that are asked for together
 * and taught by nobody out: candidates for a new credential, most worthwhile first.
 *
 *   uncovered(s) = gapShare(s) x (1 - catalogueCoverage(s))
 *   worth(bundle) = sum over its skills of uncovered x (1 + max(0, trend)) x fit to the occupations asking
 *
 * Skills above the floors form a graph (map-skills.ts); its stable clusters of two skills or more are the bundles. A
 * newcomer would rank skills by `uncovered` alone: the list then mixes skills that no one job asks for together.
 */
import { compareIds } from '../domain/units.ts';
import type { SkillGap } from '../domain/gap.ts';
import type { PostingSkill } from '../domain/posting.ts';
import { fitToOccupations } from './fit-to-occupations.ts';
import { stableClusters } from './stable-clusters.ts';

export interface AskingPosting {
  postingId: string;
  employer: string | null;
  /** Occupation id; null when the title could not be linked. */
  occupation: string | null;
  /** ISCO-08 code of that occupation, where the taxonomy states one. */
  iscoCode: string | null;
  skills: readonly PostingSkill[];
}

export interface WhiteSpaceRequest {
  gaps: readonly SkillGap[];
  /** Highest coverage of any credential by skill id; absent is 0: nothing teaches it. */
  catalogueCoverage: ReadonlyMap<string, number>;
  /** Growth of an emerging skill by id (growthOf); absent is 0. */
  growths: ReadonlyMap<string, number>;
  /** All of the scope, duplicates left out. */
  postings: readonly AskingPosting[];
  seed: number;
}

export interface WhiteSpaceOptions {
  /** Skills with fewer uncovered postings (uncovered x n) stay out. */
  minUncoveredCount: number;
  /** From this coverage on a skill counts as taught and joins no bundle. */
  taughtFrom: number;
  /** Times as often as by chance that a bundle's skills meet, on average. */
  resolution: number;
}

/** Origin of the three numbers: docs/adr/0024. */
export const WHITE_SPACE_OPTIONS: WhiteSpaceOptions = { minUncoveredCount: 3, taughtFrom: 0.5, resolution: 2 };

export interface UncoveredSkill {
  gap: SkillGap;
  catalogueCoverage: number;
  uncovered: number;
  growth: number;
}

export interface WhiteSpace {
  /** Largest uncovered first, ties by id; at least two. */
  skills: UncoveredSkill[];
  uncovered: number;
  /** 0 to 1; null when no posting's occupation is known, and then it does not count. */
  fit: number | null;
  worth: number;
  /** How surely its skills belong together, 0 to 1 (stable-clusters.ts). */
  stability: number;
}

/** Most worthwhile first, ties by the id of the first skill. */
export async function findWhiteSpaces(
  request: WhiteSpaceRequest,
  options: WhiteSpaceOptions = WHITE_SPACE_OPTIONS,
): Promise<WhiteSpace[]> {
  const skills = uncoveredSkills(request, options);
  const bySkill = new Map<string, UncoveredSkill>(skills.map((skill) => [skill.gap.skillId, skill]));
  const { graph, clusters, stabilities } = await stableClusters(
    request.postings.map((posting) => posting.skills),
    bySkill.keys(),
    request.postings.length,
    { resolution: options.resolution, seed: request.seed },
  );
  return stabilities
    .flatMap((stability, cluster) => {
      if (stability === null) return [];
      const bundle = graph.nodes.flatMap(({ skillId }, at) =>
        clusters[at] === cluster ? (bySkill.get(skillId) ?? []) : [],
      );
      return [whiteSpaceOf(bundle, request.postings, stability)];
    })
    .sort((a, b) => b.worth - a.worth || compareIds(firstId(a), firstId(b)));
}

function uncoveredSkills(
  { gaps, catalogueCoverage, growths, postings }: WhiteSpaceRequest,
  { minUncoveredCount, taughtFrom }: WhiteSpaceOptions,
): UncoveredSkill[] {
  return gaps
    .map((gap): UncoveredSkill => {
      const coverage = catalogueCoverage.get(gap.skillId) ?? 0;
      const growth = growths.get(gap.skillId) ?? 0;
      return { gap, catalogueCoverage: coverage, uncovered: gap.gapShare * (1 - coverage), growth };
    })
    .filter(
      ({ uncovered, catalogueCoverage: coverage }) =>
        uncovered * postings.length >= minUncoveredCount && coverage < taughtFrom,
    )
    .sort((a, b) => b.uncovered - a.uncovered || compareIds(a.gap.skillId, b.gap.skillId));
}

function whiteSpaceOf(
  bundle: readonly UncoveredSkill[],
  postings: readonly AskingPosting[],
  stability: number,
): WhiteSpace {
  const skills = bundle.toSorted((a, b) => b.uncovered - a.uncovered || compareIds(a.gap.skillId, b.gap.skillId));
  const fit = fitToOccupations(new Map(skills.map(({ gap, uncovered }) => [gap.skillId, uncovered])), postings);
  const grown = skills.reduce((sum, { uncovered, growth }) => sum + uncovered * (1 + growth), 0);
  return {
    skills,
    uncovered: skills.reduce((sum, skill) => sum + skill.uncovered, 0),
    fit,
    worth: grown * (fit ?? 1),
    stability,
  };
}

function firstId({ skills }: WhiteSpace): string {
  return skills[0]?.gap.skillId ?? '';
}
