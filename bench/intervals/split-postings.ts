/**
 * Linked postings in, how often the 90 % predictive interval of one half covers the share in the other half out.
 *
 * The shares compared are those the linker sees: an interval cannot be checked here for what the linker gets wrong.
 */
import { DEFAULT_MIN_POSTING_COUNT } from '../../services/answers/measure-scope.ts';
import type { ScopeCounts, SkillCount } from '../../services/domain/gap.ts';
import { linkDispersion } from '../../services/gaps/link-dispersion.ts';
import { demandPosterior, learnPrior } from '../../services/gaps/measure-demand.ts';
import { coveredPart, predictiveShape } from '../../services/gaps/predict-share.ts';
import type { Random } from '../../services/gaps/seeded-random.ts';
import { countOutside } from '../../services/gaps/shrink-shares.ts';
import { defaultFloors } from '../../services/gaps/suppress-cells.ts';

export interface SplitPosting {
  employerKey: string | null;
  region: string | null;
  /** Probability by skill id. */
  skills: ReadonlyMap<string, number>;
}

export interface Covered {
  cells: number;
  /** Cells covered, ends counted in part: services/gaps/predict-share.ts. */
  covered: number;
}

export interface CoveredCells extends Covered {
  /** Of these the cells that an answer about the first half would show: asked for by enough of its postings. */
  shown: Covered;
}

type Splitter = (postings: readonly SplitPosting[], random: Random) => [SplitPosting[], SplitPosting[]];

/** Half of the postings each way, drawn at random. */
export const splitPostings: Splitter = (postings, random) => {
  const shuffled = postings
    .map((posting) => ({ posting, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ posting }) => posting);
  const half = Math.floor(shuffled.length / 2);
  return [shuffled.slice(0, half), shuffled.slice(half)];
};

/** Each employer with all its postings to one side: what an interval of a market says about employers not seen yet. */
export const splitEmployers: Splitter = (postings, random) => {
  const isFirst = new Map<string, boolean>();
  const sideOf = ({ employerKey }: SplitPosting) => {
    if (employerKey === null) return random() < 0.5;
    const side = isFirst.get(employerKey) ?? random() < 0.5;
    isFirst.set(employerKey, side);
    return side;
  };
  const sided = postings.map((posting) => ({ posting, isFirst: sideOf(posting) }));
  const side = (first: boolean) => sided.filter((one) => one.isFirst === first).map(({ posting }) => posting);
  return [side(true), side(false)];
};

/** Skills with as many postings and employers as a cell needs to be shown. */
export function cellsOf(postings: readonly SplitPosting[]): string[] {
  return countPostings(postings)
    .skills.filter(
      ({ postingCount, employerCount }) =>
        postingCount >= defaultFloors.postings && employerCount >= defaultFloors.employers,
    )
    .map(({ skillId }) => skillId);
}

/** One split. @param rest postings around the scope, which its shares are shrunk toward; none: no shrinkage */
export function coverOnce(
  postings: readonly SplitPosting[],
  rest: readonly SplitPosting[],
  cells: readonly string[],
  random: Random,
  split: Splitter = splitPostings,
): CoveredCells {
  const [first, second] = split(postings, random).map(countPostings);
  const shown: Covered = { cells: 0, covered: 0 };
  if (first === undefined || second === undefined || first.n === 0 || second.n === 0)
    return { cells: 0, covered: 0, shown };
  const outside = rest.length === 0 ? null : countOutside(first, addCounts(first, countOnce(rest)));
  const prior = learnPrior(first, outside);
  const firstBySkill = new Map(first.skills.map((skill) => [skill.skillId, skill]));
  const secondBySkill = new Map(second.skills.map((skill) => [skill.skillId, skill]));
  let covered = 0;
  for (const skillId of cells) {
    const seen = firstBySkill.get(skillId) ?? emptyCount(skillId);
    const predictive = predictiveShape(demandPosterior(seen, first.n, prior), second.n, linkDispersion(seen, first.n));
    const share = (secondBySkill.get(skillId)?.expectedCount ?? 0) / second.n;
    // One more posting moves the share by the probability it usually comes with.
    const squared = seen.squaredCount + (outside?.squaredBySkill.get(skillId) ?? 0);
    const expected = seen.expectedCount + (outside?.expectedBySkill.get(skillId) ?? 0);
    const step = (expected > 0 ? squared / expected : 1) / second.n;
    const part = coveredPart(predictive, share, step);
    covered += part;
    if (seen.postingCount < DEFAULT_MIN_POSTING_COUNT) continue;
    shown.cells += 1;
    shown.covered += part;
  }
  return { cells: cells.length, covered, shown };
}

const countsByList = new WeakMap<readonly SplitPosting[], ScopeCounts>();

/** What surrounds a scope is the same in every split of it. */
function countOnce(postings: readonly SplitPosting[]): ScopeCounts {
  const counts = countsByList.get(postings) ?? countPostings(postings);
  countsByList.set(postings, counts);
  return counts;
}

export function countPostings(postings: readonly SplitPosting[]): ScopeCounts {
  const counts = new Map<string, SkillCount>();
  const employers = new Map<string, Set<string>>();
  for (const { employerKey, skills } of postings) {
    for (const [skillId, probability] of skills) {
      const count = counts.get(skillId) ?? emptyCount(skillId);
      counts.set(skillId, count);
      count.expectedCount += probability;
      count.squaredCount += probability ** 2;
      count.postingCount += 1;
      const known = employers.get(skillId) ?? new Set();
      employers.set(skillId, known);
      if (employerKey !== null) known.add(employerKey);
      count.employerCount = known.size;
    }
  }
  const named = new Set(postings.flatMap(({ employerKey }) => employerKey ?? []));
  return { n: postings.length, employers: named.size, skills: [...counts.values()] };
}

function addCounts(a: ScopeCounts, b: ScopeCounts): ScopeCounts {
  const sums = new Map(a.skills.map((skill) => [skill.skillId, { ...skill }]));
  for (const skill of b.skills) {
    const sum = sums.get(skill.skillId) ?? emptyCount(skill.skillId);
    sums.set(skill.skillId, sum);
    sum.expectedCount += skill.expectedCount;
    sum.squaredCount += skill.squaredCount;
    sum.postingCount += skill.postingCount;
  }
  return { n: a.n + b.n, employers: a.employers + b.employers, skills: [...sums.values()] };
}

function emptyCount(skillId: string): SkillCount {
  return { skillId, expectedCount: 0, squaredCount: 0, mustCount: 0, postingCount: 0, employerCount: 0 };
}
