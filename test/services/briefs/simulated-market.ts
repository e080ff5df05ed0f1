/**
 * A seed in, a labour market with known white spaces out: what nobody teaches although jobs ask for it as a bundle.
 *
 * Occupations ask for bundles of their own, some taught by the catalogue and some not; every posting also asks for
 * skills at random, taught or not, that belong to no bundle. Links are uncertain as the linker's are: a link of
 * probability p is a true one with probability p, and a true asking is now and then missed.
 */
import { countCoreSkills } from '../../../services/gaps/core-skill-view.ts';
import { measureDemand } from '../../../services/gaps/measure-demand.ts';
import { measureGaps } from '../../../services/gaps/measure-gaps.ts';
import { seededRandom, type Random } from '../../../services/gaps/seeded-random.ts';
import type { PostingSkill } from '../../../services/domain/posting.ts';
import type { AskingPosting, WhiteSpaceRequest } from '../../../services/briefs/find-white-space.ts';

export interface SimulatedMarket {
  request: WhiteSpaceRequest;
  /** The planted bundles nobody teaches, as skill ids. */
  planted: string[][];
}

interface Bundle {
  skillIds: string[];
  isTaught: boolean;
  /** Part of its occupation's postings that ask for it. */
  rate: number;
  occupation: number;
}

export function simulateMarket(seed: number): SimulatedMarket {
  const random = seededRandom(seed, 'simulated-market');
  const between = (low: number, high: number) => low + random() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const occupationCount = whole(6, 10);
  const bundles: Bundle[] = Array.from({ length: whole(6, 10) }, (_, at) => ({
    skillIds: Array.from({ length: whole(3, 7) }, (_skill, number) => `bundle-${at}-${number}`),
    isTaught: at % 2 === 1,
    rate: between(0.35, 0.8),
    // Two bundles that one occupation asks for would be one credential: those nobody teaches have an occupation each.
    occupation: at % 2 === 0 ? at / 2 : whole(0, occupationCount - 1),
  }));
  const background = Array.from({ length: whole(30, 60) }, (_, at) => ({
    skillId: `background-${at}`,
    rate: between(0.01, 0.15),
    coverage: random() < 0.5 ? between(0.6, 1) : between(0, 0.3),
  }));
  const skillIds = [...bundles.flatMap((bundle) => bundle.skillIds), ...background.map(({ skillId }) => skillId)];
  const postings = Array.from({ length: whole(250, 500) }, (_, at): AskingPosting => {
    const occupation = whole(0, occupationCount - 1);
    const asked = bundles
      .filter((bundle) => random() < (bundle.occupation === occupation ? bundle.rate : 0.02))
      .flatMap(({ skillIds }) => skillIds.filter(() => random() < 0.8))
      .concat(background.filter(({ rate }) => random() < rate).map(({ skillId }) => skillId));
    return {
      postingId: `posting-${at}`,
      employer: `employer-${whole(0, 60)}`,
      occupation: `occupation-${occupation}`,
      iscoCode: null,
      skills: oncePerSkill([...linked([...new Set(asked)], random), ...mislinked(skillIds, random)]),
    };
  });
  const coverage = new Map<string, number>(background.map((skill) => [skill.skillId, skill.coverage]));
  for (const bundle of bundles) {
    for (const id of bundle.skillIds) coverage.set(id, bundle.isTaught ? between(0.6, 1) : between(0, 0.25));
  }
  const skills = countCoreSkills(
    postings.map((posting) => ({ employerKey: posting.employer, skills: posting.skills })),
    new Map(skillIds.map((id) => [id, [id]])),
  );
  const gaps = measureGaps(measureDemand({ n: postings.length, employers: 60, skills }, null), [], { seed });
  return {
    request: { gaps, catalogueCoverage: coverage, growths: new Map(), postings, seed },
    planted: bundles.filter(({ isTaught }) => !isTaught).map(({ skillIds }) => skillIds),
  };
}

/** Links of what is asked for: nine in ten are found, with probabilities as calibrated ones have. */
function linked(skillIds: readonly string[], random: Random) {
  return skillIds
    .filter(() => random() < 0.9)
    .map((skillId) => {
      const probability = 0.6 + 0.4 * random();
      return { skillId, probability, mustProbability: random() < 0.3 ? probability : 0 };
    });
}

/** Wrong links: about one a posting, of little confidence. */
function mislinked(skillIds: readonly string[], random: Random) {
  return skillIds
    .filter(() => random() < 1 / skillIds.length)
    .map((skillId) => ({ skillId, probability: 0.2 + 0.2 * random(), mustProbability: 0 }));
}

function oncePerSkill(links: readonly PostingSkill[]): PostingSkill[] {
  return [...new Map(links.toReversed().map((link) => [link.skillId, link])).values()];
}
