import { describe, expect, it } from 'vitest';
import { answerGaps } from '../../../services/answers/answer-gaps.ts';
import { answerPlan } from '../../../services/answers/answer-plan.ts';
import { answerRank } from '../../../services/answers/answer-rank.ts';
import { toSimilarity } from '../../../services/domain/units.ts';
import { GapsReply, PlanReply, RankReply } from '../../../services/domain/reply.ts';
import type { Scope } from '../../../services/domain/scope.ts';
import { buildCount, buildCounts } from '../../builders.ts';
import { answerDeps, MARKET, OPTIONS, PROFILE, type Market } from './answer-fixture.ts';

const TODAY = '2026-01-01';
const gapsOf = (market: Market, request = {}) => answerGaps(request, answerDeps(market), OPTIONS);
const rankOf = (market: Market, request = {}) => answerRank({ today: TODAY, ...request }, answerDeps(market), OPTIONS);
const planOf = (market: Market, request = {}) =>
  answerPlan({ constraints: {}, deadline: null, ...request }, answerDeps(market), OPTIONS);
const supply = (skillId: string, supplyShare: number) => ({ skillId, supplyShare, state: 'claimed' as const });
const few = { counts: () => buildCounts(9, [buildCount('python', 9)], 9) };

describe('the gaps of a scope', () => {
  it('come largest first with evidence and what is taught, and without the accident of one posting', async () => {
    const reply = await gapsOf({});
    expect(() => GapsReply.parse(reply)).not.toThrow();
    expect(reply.gaps.map((gap) => gap.skill.id)).toEqual(['python', 'sql']);
    expect(reply.gaps[0]).toMatchObject({ catalogueCoverage: 0.9, taughtBy: 3, coreSkills: ['tech'] });
    expect(reply.gaps[0]?.evidence[0]?.quote).toBe('You know python.');
    expect(reply.postings).toEqual({ n: 40, employers: 8, duplicatesRemoved: 3 });
  });

  it('say of a core skill what is taught of it and quote who asks for it, through the skills mapped to it', async () => {
    const { gaps } = await gapsOf({}, { framework: 'wef' });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      skill: { id: 'tech', label: 'Technological literacy', framework: 'wef2025', type: 'core skill' },
      catalogueCoverage: 0.9,
      taughtBy: 3,
    });
    expect(gaps[0]?.evidence.map(({ quote }) => quote)).toEqual(['You know python.']);
    const bare = await gapsOf({ coverages: [] }, { framework: 'wef' });
    expect(bare.gaps[0]).toMatchObject({ catalogueCoverage: 0, taughtBy: 0 });
  });

  it('equal the demand where supply is unknown, and say so', async () => {
    const reply = await gapsOf({});
    for (const gap of reply.gaps) {
      expect(gap).toMatchObject({ supplyShare: null, supplyState: 'unknown', gapShare: gap.demandShare });
    }
    expect(reply.notes).toContain('Supply is unknown here, so each gap equals its demand.');
  });

  it('shrink by what a learner can do; what no line shows is 0, not unknown', async () => {
    const [python, sql] = (await gapsOf({ shown: [supply('sql', 0.75)] }, { profile: PROFILE })).gaps;
    expect(python).toMatchObject({ skill: { id: 'python' }, supplyShare: 0, gapShare: python?.demandShare });
    expect(sql?.gapShare).toBeCloseTo((sql?.demandShare ?? 0) / 4);
  });

  it('count every scope once, with a learner and without', async () => {
    for (const request of [{ occupation: '25' }, { occupation: '25', profile: PROFILE }]) {
      const counted: string[] = [];
      const counts = (scope: Scope) => {
        counted.push(scope.occupation?.label ?? 'everything');
        return MARKET;
      };
      await gapsOf({ counts }, request);
      expect(counted).toEqual(['ISCO 25', 'everything']);
    }
  });

  it('use the staff list of an employer', async () => {
    const employers = [{ key: 'acme', name: 'Acme', postingCount: 40 }];
    const staff = [{ ...supply('python', 0.5), state: 'measured' as const }];
    const reply = await gapsOf({ employers, staff }, { employer: 'Acme' });
    const python = reply.gaps.find((gap) => gap.skill.id === 'python');
    expect(python).toMatchObject({ supplyShare: 0.5, supplyState: 'measured' });
    expect(reply.notes).toEqual([]);
  });

  it('are as many as asked for', async () => {
    expect((await answerGaps({}, answerDeps(), { ...OPTIONS, top: 1 })).gaps).toHaveLength(1);
  });

  it('show no number at all where the scope is suppressed, in any answer', async () => {
    const nothing = { n: 0, employers: 0, duplicatesRemoved: 0 };
    const gaps = await gapsOf(few);
    expect(gaps).toMatchObject({ gaps: [], postings: nothing });
    expect(gaps.suppressed).toContain('Fewer than 10 postings');
    const rank = await rankOf(few);
    expect(rank).toMatchObject({ gapCount: 0, candidates: 0, credentials: [], postings: nothing });
    const plan = await planOf(few, { profile: PROFILE });
    expect(() => PlanReply.parse(plan)).not.toThrow();
    expect(plan).toMatchObject({ stack: [], gapClosed: 0, unlocked: { n: 0, of: 0 }, postings: nothing });
  });

  it('of a region need three employers, of an employer one', async () => {
    const two = {
      counts: () => ({ ...MARKET, employers: 2 }),
      employers: [{ key: 'acme', name: 'Acme', postingCount: 1 }],
    };
    expect((await gapsOf(two, { region: 'UKH' })).suppressed).toContain('Fewer than 3 employers');
    expect((await gapsOf(two, { region: 'UKH', employer: 'Acme' })).suppressed).toBeNull();
    expect((await gapsOf(two)).suppressed).toBeNull();
  });

  it('of a single posting are shown: it is a target, not a sample', async () => {
    const one = buildCounts(1, [buildCount('python', 1)], 1);
    const counts: Market['counts'] = (scope) => (scope.postingId === null ? MARKET : one);
    const reply = await gapsOf({ counts }, { posting: 'p1' });
    expect(reply.suppressed).toBeNull();
    expect(reply.gaps.map((gap) => gap.skill.id)).toEqual(['python']);
    const none = await gapsOf({ counts: () => buildCounts(0, []) }, { posting: 'unknown' });
    expect(none.suppressed).not.toBeNull();
  });
});

describe('ranked credentials', () => {
  it('have contributions that sum to the score, best first', async () => {
    const reply = await rankOf({});
    expect(() => RankReply.parse(reply)).not.toThrow();
    expect(reply.credentials.map(({ credential }) => credential.id)).toEqual(['both', 'py', 'db', 'free']);
    for (const { gapClosed, contributions, gapClosedInterval } of reply.credentials) {
      expect(contributions.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(gapClosed, 12);
      expect(gapClosedInterval[0]).toBeLessThanOrEqual(gapClosed);
      expect(gapClosedInterval[1]).toBeGreaterThanOrEqual(gapClosed);
    }
    expect(reply).toMatchObject({ gapCount: 2, candidates: 4 });
  });

  it('keep to the filters, and warn of what the catalogue leaves open', async () => {
    const reply = await rankOf({}, { filters: { maxHours: 10 } });
    expect(reply.credentials.map(({ credential }) => credential.id)).toEqual(['db', 'free']);
    expect(reply.credentials[0]?.warnings).toContain('EQF level not stated');
    expect(reply.credentials[0]?.warnings).not.toContain('price unknown');
  });
});

describe('credentials for what no skill explains', () => {
  const outcome = { text: 'Edit copy', source: 'learning outcome' as const };
  const market: Market = {
    unlinked: [{ text: 'decent copywriting', postingCount: 7 }],
    nearOutcomes: ['both', 'gone', 'free'].map((credentialId) => ({
      credentialId,
      outcome,
      similarity: toSimilarity(0.7),
    })),
  };

  it('stand beside the ranking with both quotes, and change no share of it', async () => {
    const reply = await rankOf(market);
    expect(() => RankReply.parse(reply)).not.toThrow();
    expect(reply.beyondTaxonomy.map(({ credential }) => credential.id)).toEqual(['both', 'free']);
    expect(reply.beyondTaxonomy[0]?.unlinkedRequirements).toEqual([
      { quote: 'decent copywriting', postingCount: 7, outcome, similarity: 0.7 },
    ]);
    expect(reply.credentials).toEqual((await rankOf({})).credentials);
  });

  it('keep to the filters, and stay away where the scope is suppressed', async () => {
    const { beyondTaxonomy } = await rankOf(market, { filters: { maxHours: 10 } });
    expect(beyondTaxonomy.map(({ credential }) => credential.id)).toEqual(['free']);
    expect((await rankOf({ ...market, ...few })).beyondTaxonomy).toEqual([]);
  });
});

describe('a plan', () => {
  const budget = { amount: 160, currency: 'EUR' };

  it('stays within every limit and says so', async () => {
    const plan = await planOf({}, { constraints: { budget, hours: 30 } });
    expect(() => PlanReply.parse(plan)).not.toThrow();
    expect(plan.stack.map((step) => step.credential.id).toSorted()).toEqual(['db', 'py']);
    expect(plan.price?.amount).toBeLessThanOrEqual(160);
    expect(plan.hours).toBeLessThanOrEqual(30);
    expect(plan.violations).toEqual([]);
    expect(plan.optimal.bound).toBeGreaterThanOrEqual(plan.gapClosed);
    expect((await planOf({}, { constraints: { maxCredentials: 1 } })).stack).toHaveLength(1);
    expect((await planOf({}, { constraints: { hours: 4 } })).stack).toEqual([]);
  });

  it('gains by its steps what it closes, each step by its reasons', async () => {
    const { stack, gapClosed } = await planOf({}, { constraints: { budget } });
    expect(stack.reduce((sum, step) => sum + step.gain, 0)).toBeCloseTo(gapClosed, 12);
    for (const { gain, because } of stack) {
      expect(because.reduce((sum, reason) => sum + reason.contribution, 0)).toBeCloseTo(gain, 12);
    }
  });

  it('does not offer what is held, and gives reasons only for what is new', async () => {
    const profile = { ...PROFILE, heldCredentials: [' credential FREE '] };
    const { stack } = await planOf({}, { profile, constraints: { budget } });
    const python = stack.find((step) => step.credential.id === 'py');
    expect(stack.map((step) => step.credential.id)).not.toContain('free');
    expect(python?.because.reduce((sum, reason) => sum + reason.contribution, 0)).toBeCloseTo(python?.gain ?? 0, 12);
  });

  it('unlocks postings for a learner only, fewer for one who can do it already', async () => {
    const unlocked = async (request: object, market: Market = {}) => (await planOf(market, request)).unlocked;
    expect(await unlocked({})).toEqual({ n: 0, interval: [0, 0], of: 0 });
    expect(await unlocked({ profile: PROFILE })).toMatchObject({ n: 30, of: 30 });
    const skilled = { shown: [supply('python', 0.4)] };
    expect((await unlocked({ profile: PROFILE }, skilled)).n).toBe(20);
  });

  it('is the same twice', async () => {
    const request = { profile: PROFILE, constraints: { budget } };
    expect(await planOf({}, request)).toEqual(await planOf({}, request));
  });
});
