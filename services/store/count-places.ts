/** Facts of postings in, where and by whom one skill is asked for and what is asked for beside it out. */
import type { Scope } from '../domain/scope.ts';
import { compareIds } from '../domain/units.ts';
import { PROBABILITY_UNITS, UNKNOWN, type PostingFact, type PostingFacts } from './posting-facts.ts';
import { originalsIn } from './scope-facts.ts';

/** Expected postings that ask for a skill in one part of a scope. */
export interface PlaceCount {
  /** A region code or the key of an employer. */
  key: string;
  expectedCount: number;
}

export interface SkillPlaces {
  /** Most expected postings first, ties by key. A posting counts in its region and in all it lies in. */
  regions: PlaceCount[];
  employers: PlaceCount[];
  /** Other skills of the same postings: sum of the products of both probabilities. Most first. */
  companions: { skillId: string; togetherCount: number }[];
}

export function countPlaces(facts: PostingFacts, scope: Scope, skillId: string): SkillPlaces {
  const regions = new Map<number, number>();
  const employers = new Map<number, number>();
  const companions = new Map<number, number>();
  const wanted = facts.skills.find(skillId) ?? UNKNOWN;
  for (const fact of originalsIn(facts, scope)) {
    const units = unitsOf(fact, wanted);
    if (units === 0) continue;
    for (const region of fact.regions) raise(regions, region, units);
    if (fact.employer !== UNKNOWN) raise(employers, fact.employer, units);
    for (let at = 0; at < fact.skills.length; at += 4) {
      const other = fact.skills[at] ?? UNKNOWN;
      if (other !== wanted) raise(companions, other, (units * (fact.skills[at + 1] ?? 0)) / PROBABILITY_UNITS);
    }
  }
  return {
    regions: inOrder(regions, (number) => facts.regions.keyOf(number)),
    employers: inOrder(employers, (number) => facts.employers.keyOf(number)),
    companions: inOrder(companions, (number) => facts.skills.keyOf(number)).map(({ key, expectedCount }) => ({
      skillId: key,
      togetherCount: expectedCount,
    })),
  };
}

/** Original linked postings by the occupation they hire for; those of an unknown one are left out. */
export function countOccupations(facts: PostingFacts, scope: Scope): { id: string; postingCount: number }[] {
  const counts = new Map<number, number>();
  for (const { occupation } of originalsIn(facts, scope)) if (occupation !== UNKNOWN) raise(counts, occupation, 1);
  return [...counts]
    .map(([number, postingCount]) => ({ id: facts.occupations.keyOf(number), postingCount }))
    .sort((a, b) => b.postingCount - a.postingCount || compareIds(a.id, b.id));
}

function unitsOf({ skills }: PostingFact, wanted: number): number {
  for (let at = 0; at < skills.length; at += 4) if (skills[at] === wanted) return skills[at + 1] ?? 0;
  return 0;
}

function raise(sums: Map<number, number>, key: number, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}

function inOrder(units: ReadonlyMap<number, number>, keyOf: (number: number) => string): PlaceCount[] {
  return [...units]
    .map(([number, sum]) => ({ key: keyOf(number), expectedCount: sum / PROBABILITY_UNITS }))
    .sort((a, b) => b.expectedCount - a.expectedCount || compareIds(a.key, b.key));
}
