import { describe, expect, it } from 'vitest';
import {
  findWhiteSpaces,
  type AskingPosting,
  type WhiteSpaceRequest,
} from '../../../services/briefs/find-white-space.ts';
import { fitToOccupations } from '../../../services/briefs/fit-to-occupations.ts';
import { growthOf } from '../../../services/briefs/growth.ts';
import { buildGap } from '../../builders.ts';
import { simulateMarket } from './simulated-market.ts';
import { agreementOf } from './white-space-agreement.ts';

function posting(at: number, occupation: string | null, ...skillIds: string[]): AskingPosting {
  const skills = skillIds.map((skillId) => ({ skillId, probability: 1, mustProbability: 0 }));
  return { postingId: `p${at}`, employer: 'E', occupation, iscoCode: null, skills };
}

const POSTINGS = Array.from({ length: 100 }, (_, at) => {
  if (at < 20) return posting(at, 'baker', 'dough', 'oven');
  if (at < 40) return posting(at, 'tailor', 'cloth', 'needle');
  return posting(at, 'clerk', ...(at < 50 ? ['typing'] : []));
});

const REQUEST: WhiteSpaceRequest = {
  gaps: [
    buildGap('dough', 0.2),
    buildGap('oven', 0.2),
    buildGap('cloth', 0.2),
    buildGap('needle', 0.2),
    buildGap('typing', 0.1),
  ],
  catalogueCoverage: new Map(),
  growths: new Map(),
  postings: POSTINGS,
  seed: 1,
};

const idsOf = async (request: WhiteSpaceRequest) =>
  (await findWhiteSpaces(request)).map(({ skills }) => skills.map(({ gap }) => gap.skillId));

describe('white spaces', () => {
  it('are bundles of skills asked for together; a skill of its own is none', async () => {
    expect(await idsOf(REQUEST)).toEqual([
      ['cloth', 'needle'],
      ['dough', 'oven'],
    ]);
  });

  it('leave out what is taught, and count the rest by what is not', async () => {
    const taught = new Map([
      ['needle', 0.5],
      ['cloth', 0.9],
      ['oven', 0.4],
    ]);
    const [space, ...others] = await findWhiteSpaces({ ...REQUEST, catalogueCoverage: taught });
    expect(others).toEqual([]);
    expect(space?.skills.map(({ gap }) => gap.skillId)).toEqual(['dough', 'oven']);
    expect(space?.uncovered).toBeCloseTo(0.2 + 0.2 * 0.6);
  });

  it('leave out skills with fewer than three uncovered postings', async () => {
    const gaps = [buildGap('dough', 0.03), buildGap('oven', 0.03), buildGap('cloth', 0.029), buildGap('needle', 0.2)];
    expect(await idsOf({ ...REQUEST, gaps })).toEqual([['dough', 'oven']]);
    // Half of the postings: 3 of 50 are .06.
    const half = POSTINGS.filter((_, at) => at % 2 === 0);
    expect(await idsOf({ ...REQUEST, gaps, postings: half })).toEqual([]);
    const bigger = [buildGap('dough', 0.06), buildGap('oven', 0.06), buildGap('cloth', 0.059), buildGap('needle', 0.2)];
    expect(await idsOf({ ...REQUEST, gaps: bigger, postings: half })).toEqual([['dough', 'oven']]);
    // Of 4 postings that ask, a course that teaches a third of it leaves 2.7 uncovered.
    const asked = [buildGap('dough', 0.04), buildGap('oven', 0.04)];
    expect(await idsOf({ ...REQUEST, gaps: asked, catalogueCoverage: new Map([['oven', 0.2]]) })).toEqual([
      ['dough', 'oven'],
    ]);
    expect(await idsOf({ ...REQUEST, gaps: asked, catalogueCoverage: new Map([['oven', 0.33]]) })).toEqual([]);
  });

  it('take a skill for taught from one half on', async () => {
    const at = (coverage: number) => idsOf({ ...REQUEST, catalogueCoverage: new Map([['needle', coverage]]) });
    expect(await at(0.49)).toContainEqual(['cloth', 'needle']);
    expect(await at(0.5)).toEqual([['dough', 'oven']]);
  });

  it('rank a growing bundle first, by its growth', async () => {
    const growths = new Map([
      ['dough', 0.5],
      ['oven', 1],
    ]);
    const [first, second] = await findWhiteSpaces({ ...REQUEST, growths });
    expect(first?.skills[0]?.gap.skillId).toBe('dough');
    expect((first?.worth ?? 0) / (second?.worth ?? 1)).toBeCloseTo((1.5 + 2) / 2);
  });

  it('rank a bundle that its occupations want whole before one whose skills different people are asked for', async () => {
    const mixed = POSTINGS.map((one, at) => ({
      ...one,
      occupation: at < 40 && at >= 20 ? `job-${at}` : one.occupation,
    }));
    const [first] = await findWhiteSpaces({ ...REQUEST, postings: mixed });
    expect(first?.fit).not.toBeNull();
    const unknown = POSTINGS.map((one) => ({ ...one, occupation: null }));
    const [space] = await findWhiteSpaces({ ...REQUEST, postings: unknown });
    expect(space?.fit).toBeNull();
    expect(space?.worth).toBeCloseTo(space?.uncovered ?? 0);
  });

  it('fit by what is uncovered: a skill half taught matters half as much', async () => {
    const postings = POSTINGS.map((one, at) => (at < 5 ? posting(at, 'pizza maker', 'oven') : one));
    const fitWith = async (oven: number) => {
      const spaces = await findWhiteSpaces({ ...REQUEST, postings, catalogueCoverage: new Map([['oven', oven]]) });
      return spaces.find(({ skills }) => skills.some(({ gap }) => gap.skillId === 'oven'))?.fit;
    };
    const fitOf = (oven: number) =>
      fitToOccupations(
        new Map([
          ['dough', 0.2],
          ['oven', oven],
        ]),
        postings,
      )!;
    expect(await fitWith(0)).toBeCloseTo(fitOf(0.2), 12);
    expect(await fitWith(0.4)).toBeCloseTo(fitOf(0.12), 12);
    expect(fitOf(0.12)).toBeLessThan(fitOf(0.2));
  });

  it('are none in a market without postings', async () => {
    expect(await findWhiteSpaces({ ...REQUEST, gaps: [], postings: [] })).toEqual([]);
  });

  it('find planted bundles of simulated markets whole and unmixed', async () => {
    // Seeds of the bench (npm run bench -- white-spaces) that no choice was made on; it runs all 50.
    const agreements = [];
    for (const seed of [1, 2, 3, 4]) {
      const { request, planted } = simulateMarket(seed);
      agreements.push(agreementOf(await idsOf(request), planted));
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(agreements.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.95);
    expect(mean(agreements.map(({ precision }) => precision))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the fit of a bundle to the occupations asking', () => {
  const weights = new Map([
    ['a', 1],
    ['b', 1],
  ]);

  it('is 1 where each occupation that asks wants all of it', () => {
    const postings = [...Array.from({ length: 9 }, (_, at) => posting(at, 'x', 'a', 'b')), posting(10, 'y')];
    expect(fitToOccupations(weights, postings)).toBeCloseTo(1);
  });

  it('falls towards a half where two occupations want one half each', () => {
    const postings = Array.from({ length: 200 }, (_, at) =>
      posting(at, at % 2 === 0 ? 'x' : 'y', at % 2 === 0 ? 'a' : 'b'),
    );
    // (0 + .5) / 101 over .5 is what one posting's worth of the scope leaves of the missing half.
    expect(fitToOccupations(weights, postings)).toBeCloseTo(0.5 + 0.5 / 101, 6);
  });

  it('is the same beside postings of unknown occupations, however many', () => {
    const postings = Array.from({ length: 20 }, (_, at) => posting(at, at < 5 ? 'x' : 'y', at % 3 === 0 ? 'a' : 'b'));
    const unknown = Array.from({ length: 60 }, (_, at) => posting(at, null, 'a'));
    expect(fitToOccupations(weights, [...postings, ...unknown])).toBe(fitToOccupations(weights, postings));
  });

  it('is unknown where no occupation is known', () => {
    expect(fitToOccupations(weights, [posting(1, null, 'a')])).toBeNull();
    expect(fitToOccupations(weights, [posting(1, 'x')])).toBeNull();
  });
});

describe('growth', () => {
  it('counts only what surely grows, over a quarter, at most 1', () => {
    expect(growthOf({ direction: 'emerging', slope: 0.02, interval: [0.01, 0.03] })).toBeCloseTo(0.26);
    expect(growthOf({ direction: 'emerging', slope: 0.5, interval: [0.4, 0.6] })).toBe(1);
    expect(growthOf({ direction: 'stable', slope: 0.5, interval: [-0.1, 1.1] })).toBe(0);
    expect(growthOf({ direction: 'declining', slope: -0.1, interval: [-0.2, -0.05] })).toBe(0);
    expect(growthOf(null)).toBe(0);
  });
});

describe('the agreement of found and planted bundles', () => {
  it('counts skills in the right place, each white space for one bundle only', () => {
    expect(
      agreementOf(
        [['a', 'b', 'c', 'd']],
        [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
      ),
    ).toEqual({ recall: 2 / 5, precision: 0.5 });
    expect(agreementOf([['x', 'y']], [['a', 'b']])).toEqual({ recall: 0, precision: 0 });
  });
});
