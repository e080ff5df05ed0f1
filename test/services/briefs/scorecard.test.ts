import { describe, expect, it } from 'vitest';
import { scoreCredential } from '../../../services/briefs/scorecard.ts';
import { successFactors } from '../../../services/briefs/success-factors.ts';
import type { Credential } from '../../../services/domain/credential.ts';
import { buildCredential } from '../../builders.ts';

const MARKET = { gapClosed: 0.25, postingCount: 80, measuredOn: '2026-11-01' };
const metOf = (rest: Partial<Credential>) =>
  Object.fromEntries(
    scoreCredential(buildCredential('c', rest), MARKET).characteristics.map(({ id, met }) => [id, met]),
  );

describe('the scorecard of a credential', () => {
  it('is unknown in all that the catalogue does not say: nothing is imputed', () => {
    const { characteristics, advantages } = scoreCredential(buildCredential('c'), MARKET);
    expect(characteristics.map(({ id, met }) => [id, met])).toEqual([
      ['A', null],
      ['B', 0.25],
      ['C', null],
      ['D', null],
      ['E', null],
      ['F', null],
    ]);
    for (const { met, evidence } of [...characteristics, ...advantages])
      expect(met === null).toBe(evidence === 'unknown');
    expect(advantages.map(({ name }) => name)).toEqual([
      'rapid skill acquisition',
      'flexible schedules',
      'personalised pathways',
      'lower cost',
      'market relevance',
    ]);
  });

  it('does not know the market where too few postings say anything, and takes up to 100 hours for quick', () => {
    const { characteristics } = scoreCredential(buildCredential('c'), { ...MARKET, gapClosed: null });
    expect(characteristics.find(({ id }) => id === 'B')).toMatchObject({ met: null, evidence: 'unknown' });
    const quick = (workloadHours: number) =>
      scoreCredential(buildCredential('c', { workloadHours }), MARKET).advantages[0];
    expect([quick(100)?.met, quick(101)?.met]).toEqual([1, 0]);
  });

  it('says with the market evidence how many postings and which day', () => {
    const [, alignment] = scoreCredential(buildCredential('c'), MARKET).characteristics;
    expect(alignment?.evidence).toBe('closes 25.0 of 100 parts of the gap in 80 postings, measured on 2026-11-01');
  });

  it('tells a deed from an examination and from presence', () => {
    expect(metOf({ assessment: { type: 'Portfolio', description: null } })['A']).toBe(1);
    expect(metOf({ assessment: { type: 'Written exam', description: null } })['A']).toBe(0.5);
    expect(metOf({ assessment: { type: 'Attendance', description: null } })['A']).toBe(0);
  });

  it('reads stacking, digital issue and delivery as stated', () => {
    expect(metOf({ partOfIds: ['x'] })['C']).toBe(1);
    expect(metOf({ stackable: false })['C']).toBe(0);
    expect(metOf({ issuing: 'Open Badge 3.0' })['D']).toBe(1);
    expect(metOf({ issuing: 'paper certificate' })['D']).toBe(0);
    expect(metOf({ participation: 'blended' })['E']).toBe(0.5);
    expect(metOf({ participation: 'onsite' })['E']).toBe(0);
    expect(metOf({ participation: 'self-paced online' })['E']).toBe(1);
  });

  it('ages: one year is current, three are half, more is stale', () => {
    expect(metOf({ lastReviewedOn: '2026-01-01' })['F']).toBe(1);
    expect(metOf({ lastReviewedOn: '2024-06-01' })['F']).toBe(0.5);
    expect(metOf({ lastReviewedOn: '2023-10-01' })['F']).toBe(0);
  });

  it('claims a lower cost only where there is none', () => {
    const cost = (amount: number) =>
      scoreCredential(buildCredential('c', { price: { amount, currency: 'EUR' } }), MARKET).advantages[3];
    expect(cost(0)).toMatchObject({ met: 1, evidence: 'free' });
    expect(cost(90)).toMatchObject({ met: null });
    expect(cost(90)?.evidence).toContain('90 EUR');
  });
});

describe('the success factors of an institution', () => {
  it('are counted over its credentials, with the first evidence', () => {
    const factors = successFactors([
      buildCredential('a', { awardingBody: 'Lee Harbour University' }),
      buildCredential('b', { description: 'A short course. It was designed with local employers. Join us.' }),
      buildCredential('c', { eqfLevel: 5 }),
    ]);
    expect(factors).toEqual([
      { name: 'institutional commitment', shownBy: 1, of: 3, evidence: 'awarded by Lee Harbour University' },
      { name: 'employers in curriculum design', shownBy: 1, of: 3, evidence: 'It was designed with local employers.' },
      { name: 'recognition and quality assurance', shownBy: 1, of: 3, evidence: 'EQF level 5' },
    ]);
  });

  it('are unknown where no credential shows them', () => {
    const [, employers] = successFactors([buildCredential('a', { description: 'Employers like it.' })]);
    expect(employers).toMatchObject({ shownBy: 0, of: 1, evidence: 'unknown' });
  });
});
