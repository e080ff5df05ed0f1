import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  coverOnce,
  splitEmployers,
  splitPostings,
  type Covered,
  type SplitPosting,
} from '../../../bench/intervals/split-postings.ts';
import { seededRandom, type Random } from '../../../services/gaps/seeded-random.ts';

/** Postings of many employers; skill `s<k>` in a share of 2 (k + 1) % of them, links between .2 and 1. */
function market(n: number, random: Random, region = 'r'): SplitPosting[] {
  return Array.from({ length: n }, (_, at) => ({
    employerKey: `e${at % 40}`,
    region,
    skills: new Map(
      Array.from({ length: 15 }, (__, skill) => [`s${skill}`, 0.2 + 0.8 * random()] as const).filter(
        (___, skill) => random() < 0.02 * (skill + 1),
      ),
    ),
  }));
}

function coverOften(rounds: number, once: () => Covered): number {
  const all = Array.from({ length: rounds }, once);
  return all.reduce((sum, { covered }) => sum + covered, 0) / all.reduce((sum, { cells }) => sum + cells, 0);
}

describe('the intervals', () => {
  const random = seededRandom(4, 'split');

  it('cover the share of a held-out half 88 to 92 times in 100, whatever the links', () => {
    const postings = market(300, random);
    const covered = coverOften(150, () => coverOnce(postings, [], cellsOf(postings), random));
    expect(covered).toBeGreaterThan(0.88);
    expect(covered).toBeLessThan(0.92);
  });

  it('do so in small scopes that lean on the rest', () => {
    const covered = coverOften(400, () => {
      const rest = market(300, random);
      const inside = market(30, random, 'small');
      return coverOnce(inside, rest, cellsOf([...rest, ...inside]), random);
    });
    expect(covered).toBeGreaterThan(0.88);
    expect(covered).toBeLessThan(0.92);
  });
});

describe('a split', () => {
  it('gives every posting to one side, half to each', () => {
    const postings = market(11, seededRandom(1));
    const [first, second] = splitPostings(postings, seededRandom(2));
    expect([first.length, second.length]).toEqual([5, 6]);
    expect(new Set([...first, ...second])).toEqual(new Set(postings));
  });

  it('by employers never has one employer on both sides', () => {
    const [first, second] = splitEmployers(market(200, seededRandom(1)), seededRandom(2));
    const employers = new Set(first.map(({ employerKey }) => employerKey));
    expect(first.length + second.length).toBe(200);
    expect(second.some(({ employerKey }) => employers.has(employerKey))).toBe(false);
  });
});
