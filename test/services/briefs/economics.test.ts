import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnerCost, measureEconomics, type EconomicsInputs } from '../../../services/briefs/economics.ts';
import { economicsReply } from '../../../services/briefs/economics-reply.ts';

const INPUTS: EconomicsInputs = {
  price: 100,
  learnersPerYear: 50,
  fixedCost: 3000,
  variableCostPerLearner: 40,
  platformCostPerYear: 500,
  years: 3,
  streams: { subsidy: { perLearner: 20, perYear: 0 }, grants: { perLearner: 0, perYear: 300 } },
  discountRate: 0.1,
};

const amount = fc.constantFrom(0, 10, 40, 100, 1000);
const inputs = fc.record({
  price: amount,
  learnersPerYear: amount,
  fixedCost: amount,
  variableCostPerLearner: amount,
  platformCostPerYear: amount,
  years: fc.constantFrom(1, 2, 5),
  streams: fc.record({
    subsidy: fc.record({ perLearner: amount, perYear: amount }),
    contracts: fc.record({ perLearner: amount, perYear: amount }),
  }),
  discountRate: fc.constantFrom(null, 0, 0.05),
});

describe('the economics of a new credential', () => {
  it('add up as with pencil and paper', () => {
    const economics = measureEconomics(INPUTS);
    expect(economics.revenueByStream).toEqual({
      tuition: 5000,
      subsidy: 1000,
      sponsorship: 0,
      contracts: 0,
      grants: 300,
    });
    expect(economics.revenuePerYear).toBe(6300);
    // 6300 - 50 x 40 - 500 - 3000 / 3
    expect(economics.yearlyResult).toBe(2800);
    // (1000 + 500 - 300) / (100 + 20 - 40)
    expect(economics.breakEvenLearners).toBe(15);
    // 3800 a year for three years at 10 %, less 3000
    expect(economics.presentValue).toBeCloseTo(3800 * (1 / 1.1 + 1 / 1.21 + 1 / 1.331) - 3000);
  });

  it('break even with the next whole learner, never, or without any', () => {
    expect(measureEconomics({ ...INPUTS, fixedCost: 3003 }).breakEvenLearners).toBe(16);
    expect(measureEconomics({ ...INPUTS, variableCostPerLearner: 120 }).breakEvenLearners).toBeNull();
    // In floating point 290.29 / 10.01 is a little more than 29.
    const cents = { price: 10.01, variableCostPerLearner: 0, fixedCost: 290.29, platformCostPerYear: 0, years: 1 };
    expect(measureEconomics({ ...INPUTS, ...cents, streams: {} }).breakEvenLearners).toBe(29);
    const granted = { ...INPUTS, streams: { grants: { perLearner: 0, perYear: 1500 } } };
    expect(measureEconomics(granted).breakEvenLearners).toBe(0);
  });

  it('swing most with what matters most, and leave out what is 0', () => {
    const { tornado } = measureEconomics(INPUTS);
    expect(tornado.map(({ input }) => input)).toEqual([
      'price',
      'learnersPerYear',
      'variableCostPerLearner',
      // 20 % of 3000 / 3 swing as much as 20 % of 50 x 20: ties keep the order of the inputs.
      'fixedCost',
      'subsidy',
      'platformCostPerYear',
      'grants',
    ]);
    expect(tornado[0]).toEqual({ input: 'price', low: 1800, high: 3800 });
    expect(tornado[3]).toEqual({ input: 'fixedCost', low: 3000, high: 2600 });
    // A stream swings with what it pays for each learner (50 x 20) and with what it pays a year (300).
    expect(tornado[4]).toEqual({ input: 'subsidy', low: 2600, high: 3000 });
    expect(tornado[6]).toEqual({ input: 'grants', low: 2740, high: 2860 });
  });

  it('have no loss from the break-even on and none without it before', () => {
    fc.assert(
      fc.property(inputs, (drawn) => {
        const { breakEvenLearners } = measureEconomics(drawn);
        if (breakEvenLearners === null) {
          expect(measureEconomics({ ...drawn, learnersPerYear: 1e6 }).yearlyResult).toBeLessThanOrEqual(1e-6);
          return;
        }
        expect(measureEconomics({ ...drawn, learnersPerYear: breakEvenLearners }).yearlyResult).toBeGreaterThanOrEqual(
          -1e-6,
        );
        if (breakEvenLearners > 0)
          expect(measureEconomics({ ...drawn, learnersPerYear: breakEvenLearners - 1 }).yearlyResult).toBeLessThan(
            1e-6,
          );
      }),
    );
  });

  it('have a present value of all yearly results together when nothing is discounted', () => {
    fc.assert(
      fc.property(inputs, (drawn) => {
        const { yearlyResult, presentValue } = measureEconomics({ ...drawn, discountRate: 0 });
        expect(presentValue).toBeCloseTo(drawn.years * yearlyResult, 6);
      }),
    );
  });

  it('refuse what cannot be', () => {
    expect(() => measureEconomics({ ...INPUTS, price: -1 })).toThrow(RangeError);
    expect(() => measureEconomics({ ...INPUTS, years: 0 })).toThrow(RangeError);
    expect(() => measureEconomics({ ...INPUTS, streams: { grants: { perLearner: -5, perYear: 9 } } })).toThrow(
      RangeError,
    );
  });

  it('count the hours of a learner at what they are worth', () => {
    expect(learnerCost(100, 20, 15)).toBe(400);
  });
});

describe('the economics in a brief', () => {
  it('are unknown while an input is, and say which', () => {
    const reply = economicsReply({ price: 100, years: 2 }, 20);
    expect(reply.missing).toEqual(['learnersPerYear', 'fixedCost', 'variableCostPerLearner']);
    expect(reply.breakEvenLearners).toBeNull();
    expect(reply.learnerCost).toBeNull();
  });

  it('know the learner’s cost only with price, hours and wage', () => {
    expect(economicsReply({ price: 100, opportunityWage: 10 }, 20).learnerCost).toBe(300);
    expect(economicsReply({ price: 100, opportunityWage: 10 }, null).learnerCost).toBeNull();
  });

  it('take absent streams and an absent platform for none', () => {
    const { missing, yearlyResult, presentValue } = economicsReply(
      { price: 100, learnersPerYear: 10, fixedCost: 200, variableCostPerLearner: 50, years: 1 },
      null,
    );
    expect([missing, yearlyResult, presentValue]).toEqual([[], 300, null]);
  });
});
