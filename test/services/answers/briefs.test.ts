import { describe, expect, it } from 'vitest';
import { answerDesign } from '../../../services/answers/answer-design.ts';
import { answerEmployer } from '../../../services/answers/answer-employer.ts';
import { answerLearner } from '../../../services/answers/answer-learner.ts';
import { answerMap } from '../../../services/answers/answer-map.ts';
import { answerRank } from '../../../services/answers/answer-rank.ts';
import { renderBrief } from '../../../services/documents/brief-document.ts';
import { learnerBlocks } from '../../../services/documents/learner-blocks.ts';
import { DesignReply, EmployerBrief, LearnerBrief } from '../../../services/domain/brief.ts';
import { MapReply } from '../../../services/domain/map-reply.ts';
import { SkillId } from '../../../services/domain/skill.ts';
import { toShare, toSimilarity } from '../../../services/domain/units.ts';
import type { LinkedPosting } from '../../../services/store/store.ts';
import { writeVosviewer } from '../../../services/standards/write-vosviewer.ts';
import { buildCount, buildCounts, buildCoverage, buildCredential } from '../../builders.ts';
import { answerDeps, MARKET, OPTIONS, PROFILE } from './answer-fixture.ts';

/** 60 postings; the first 12 ask for python and sql together, and for nothing that is taught. */
const UNTAUGHT = buildCounts(60, [buildCount('python', 12), buildCount('sql', 12)], 8);
const untaught = { counts: () => UNTAUGHT, coverages: [] };
const economics = {};

describe('a brief for a new credential', () => {
  it('bundles what is asked for together and taught by nobody, with quotes, employers, n and interval', async () => {
    const reply = DesignReply.parse(await answerDesign({ region: 'IE', economics }, answerDeps(untaught), OPTIONS));
    expect(reply.spaceCount).toBe(1);
    const [brief] = reply.briefs;
    expect(brief?.outcomes.map(({ skill }) => skill.id)).toEqual(['python', 'sql']);
    expect(brief?.demand.postingCount).toBeCloseTo(12);
    expect(brief?.togetherCount).toBeCloseTo(12);
    expect(brief?.demand.interval[0]).toBeLessThan(brief?.demand.share ?? 0);
    expect(brief?.employers[0]).toEqual({ name: 'Employer 0', postingCount: 5 });
    for (const outcome of brief?.outcomes ?? []) expect(outcome.evidence[0]?.quote).toContain(outcome.skill.id);
  });

  it('leaves hours, competitors and break-even unknown where nothing says them', async () => {
    const [brief] = (await answerDesign({ region: 'IE', economics }, answerDeps(untaught), OPTIONS)).briefs;
    expect(brief?.hours.value).toBeNull();
    expect(brief?.competitors).toEqual([]);
    expect(brief?.economics.missing).toContain('price');
    // Its postings hire for ISCO 2511: a professional, skill level 4.
    expect(brief?.eqfLevel).toMatchObject({ value: 6, n: 12 });
  });

  it('takes hours from the credentials whose outcomes are near enough', async () => {
    const near = buildCredential('near', {
      workloadHours: 30,
      learningOutcomes: [
        { text: 'x', relatedSkillIds: [] },
        { text: 'y', relatedSkillIds: [] },
      ],
    });
    const far = buildCredential('far', { workloadHours: 900, learningOutcomes: [{ text: 'z', relatedSkillIds: [] }] });
    const outcome = { text: 'x', source: 'learning outcome' as const };
    const nearOutcomes = [
      { credentialId: 'near', outcome, similarity: toSimilarity(0.8) },
      { credentialId: 'far', outcome, similarity: toSimilarity(0.3) },
    ];
    const deps = answerDeps({ ...untaught, credentials: [near, far], nearOutcomes });
    const [brief] = (await answerDesign({ region: 'IE', economics }, deps, OPTIONS)).briefs;
    expect(brief?.hours).toMatchObject({ value: 30, n: 2 });
  });

  it('has nothing to say about what is taught, or about a suppressed scope', async () => {
    expect((await answerDesign({ region: 'IE', economics }, answerDeps(), OPTIONS)).briefs).toEqual([]);
    const few = answerDeps({ counts: () => buildCounts(5, [buildCount('python', 4)]) });
    const reply = await answerDesign({ region: 'IE', economics }, few, OPTIONS);
    expect(reply).toMatchObject({ spaceCount: 0, briefs: [] });
    expect(reply.suppressed).not.toBeNull();
  });
});

describe('the brief of an employer', () => {
  const today = '2026-11-01';
  const employers = [{ key: 'acme', name: 'Acme', postingCount: 40 }];

  it('lists competencies with need and quote, who answers, and what nobody teaches', async () => {
    const deps = answerDeps({ employers, coverages: [] });
    const request = { employer: 'Acme', texts: null, purpose: 'CPD' as const, today };
    const brief = EmployerBrief.parse(await answerEmployer(request, deps, OPTIONS));
    expect(brief.employer).toBe('Acme');
    expect(brief.purpose).toBe('CPD');
    expect(brief.competencies.map(({ skill, need }) => [skill.id, need])).toEqual([
      ['python', 'must'],
      ['sql', 'must'],
    ]);
    expect(brief.credentials).toEqual([]);
    expect(brief.taughtByNobody).toHaveLength(2);
    const taught = await answerEmployer(request, answerDeps({ employers }), OPTIONS);
    expect(taught.credentials[0]?.credential.id).toBe('both');
    expect(taught.taughtByNobody).toEqual([]);
  });

  it('reads texts that are handed in without a floor, the firmest sentence counting', async () => {
    const text = {
      id: 'text:1',
      source: 'text',
      title: 'Analyst',
      description: 'Ideally Python. You must know Python.',
      language: 'en',
      employer: null,
      employerKey: null,
      place: null,
      country: null,
      regionCode: null,
      postedOn: null,
      validUntil: null,
      employmentType: null,
      industry: null,
    };
    const link = { skillId: SkillId.parse('python'), method: 'label' as const };
    const linked: LinkedPosting = {
      postingId: 'text:1',
      linkerId: 'l',
      requirements: [
        { position: 0, text: 'Ideally Python.', start: 0, end: 15, section: null, necessity: 'nice' },
        { position: 1, text: 'You must know Python.', start: 16, end: 37, section: null, necessity: 'must' },
      ],
      links: [
        { ...link, requirementPosition: 0, confidence: toShare(0.9), start: 8, end: 14 },
        { ...link, requirementPosition: 1, confidence: toShare(0.8), start: 30, end: 36 },
      ],
      skills: [{ skillId: 'python', probability: 0.98, mustProbability: 0.8 }],
      occupation: null,
    };
    const deps = { ...answerDeps(), linkTexts: () => Promise.resolve([linked]) };
    const brief = await answerEmployer({ texts: [text], purpose: null, today }, deps, OPTIONS);
    expect(brief.postings.n).toBe(1);
    const [competency] = brief.competencies;
    expect(competency).toMatchObject({ need: 'must', postingCount: 0.98 });
    const [quote] = competency?.evidence ?? [];
    expect(quote?.quote.slice(quote.start, quote.end)).toBe('Python');
    expect(brief.notes.join(' ')).toContain('none of it is stored');
  });
});

describe('the brief of a learner', () => {
  const request = {
    region: 'IE',
    profile: PROFILE,
    constraints: {},
    deadline: null,
    opportunityWage: 10,
  };
  const supply = (state: 'claimed' | 'verified') => [{ skillId: 'python', supplyShare: 0.4, state }];

  it('keeps what is proven apart from what is claimed', async () => {
    const claimed = LearnerBrief.parse(await answerLearner(request, answerDeps({ shown: supply('claimed') }), OPTIONS));
    expect([claimed.proven.length, claimed.claimed[0]?.skill.id, claimed.missing[0]?.skill.id]).toEqual([
      0,
      'python',
      'sql',
    ]);
    const proven = await answerLearner(request, answerDeps({ shown: supply('verified') }), OPTIONS);
    expect([proven.proven[0]?.skill.id, proven.claimed.length]).toEqual(['python', 0]);
  });

  it('costs money and time, and leaves the sum unknown while a part is', async () => {
    const { cost, plan } = await answerLearner(request, answerDeps(), OPTIONS);
    expect(plan.stack.length).toBeGreaterThan(0);
    expect(cost.total).toBe((cost.price?.amount ?? 0) + 10 * (cost.hours ?? 0));
    const without = await answerLearner({ ...request, opportunityWage: null }, answerDeps(), OPTIONS);
    expect(without.cost.total).toBeNull();
  });

  it('plans for a year and six credentials where nothing else is asked for, and says so', async () => {
    const skills = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `skill-${name}`);
    const credentials = skills.map((id, at) =>
      buildCredential(id, { workloadHours: at === 0 ? 2000 : at === 1 ? null : 60, price: null }),
    );
    const deps = answerDeps({
      credentials,
      coverages: skills.map((id) => buildCoverage(id, id, 0.9)),
      counts: () =>
        buildCounts(
          100,
          skills.map((id) => buildCount(id, 40)),
        ),
    });
    const brief = LearnerBrief.parse(await answerLearner(request, deps, OPTIONS));
    const taken = brief.plan.stack.map(({ credential }) => credential.id);
    expect(taken).toHaveLength(6);
    expect(taken).not.toContain('skill-a');
    expect(brief.plan.constraints).toMatchObject({ hours: 520, maxCredentials: 6 });
    expect(brief.assumedLimits).toEqual(['hours', 'maxCredentials']);
    expect(renderBrief(learnerBlocks(brief), 'md')).toContain('at most 520 h in all, a year at 10 a week');

    const constraints = { deadlineWeeks: 300, maxCredentials: 20 };
    const asked = await answerLearner({ ...request, constraints }, deps, OPTIONS);
    expect(asked.plan.stack).toHaveLength(7);
    expect(asked.assumedLimits).toEqual([]);
    expect(renderBrief(learnerBlocks(asked), 'md')).not.toContain('Assumed');
  });
});

describe('the map of a scope', () => {
  const request = { region: 'IE', minPostingCount: 5 };

  it('shows what is asked for together with what is taught of it', async () => {
    const map = MapReply.parse(await answerMap(request, answerDeps(), OPTIONS));
    expect(map.skills.map(({ skill, taught, taughtBy }) => [skill.id, taught, taughtBy])).toEqual([
      ['python', 0.9, 3],
      ['sql', 0.9, 2],
    ]);
  });

  it('leaves out skills below the floor, and shows nothing of a suppressed scope', async () => {
    const map = await answerMap({ ...request, minPostingCount: 25 }, answerDeps(), OPTIONS);
    expect(map.skills.map(({ skill }) => skill.id)).toEqual(['python']);
    const few = answerDeps({ counts: () => buildCounts(5, [buildCount('python', 5)]) });
    expect((await answerMap(request, few, OPTIONS)).skills).toEqual([]);
  });

  it('is written for VOSviewer with ids from 1, positions, weights and scores', async () => {
    const file = writeVosviewer(await answerMap(request, answerDeps(untaught), OPTIONS));
    expect(file.network.items.map(({ id }) => id)).toEqual([1, 2]);
    for (const { cluster, weights, scores, x, y } of file.network.items) {
      expect(cluster).toBeGreaterThanOrEqual(1);
      expect(Object.keys(weights)).toContain(file.config.parameters['item_size']);
      expect(scores['Taught']).toBe(0);
      expect(Number.isFinite(x + y)).toBe(true);
    }
    expect(file.network.links).toHaveLength(1);
    expect(file.network.links[0]).toMatchObject({ source_id: 1, target_id: 2 });
    expect(file.info.description).toContain('60 postings');
  });
});

describe('a ranking', () => {
  it('shows the scorecard of each credential and the success factors of its provider', async () => {
    const credentials = [buildCredential('py', { provider: 'Lee Harbour University', awardingBody: 'the same' })];
    const reply = await answerRank({ region: 'IE', today: '2026-11-01' }, answerDeps({ credentials }), OPTIONS);
    expect(reply.credentials[0]?.scorecard.characteristics[1]?.evidence).toContain(`${MARKET.n} postings`);
    expect(reply.institutions.map(({ provider, factors }) => [provider, factors[0]?.shownBy])).toEqual([
      ['Lee Harbour University', 1],
    ]);
  });
});
