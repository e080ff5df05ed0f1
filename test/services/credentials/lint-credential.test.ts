import { describe, expect, it } from 'vitest';
import { lintCredential } from '../../../services/credentials/lint-credential.ts';
import { buildCredential } from '../../builders.ts';

describe('the eleven European elements', () => {
  it('are all looked at, and a bare credential states its title alone', () => {
    const linted = lintCredential(buildCredential('c'));
    expect(linted).toHaveLength(11);
    expect(new Set(linted.map(({ element }) => element)).size).toBe(11);
    expect(linted.filter(({ isStated }) => isStated).map(({ element }) => element)).toEqual(['title']);
    for (const { isStated, remedy } of linted) expect(remedy === null).toBe(isStated);
  });

  it.each([
    ['identification of the learner', { learnerIdentification: 'by name' }, 'by name'],
    ['country of the issuer', { providerCountry: 'IE' }, 'IE'],
    ['awarding body', { awardingBody: 'Lee Harbour' }, 'Lee Harbour'],
    ['date of issuing', { issuing: 'Open Badge' }, 'Open Badge'],
    ['learning outcomes', { learningOutcomes: [{ text: 'Bake', relatedSkillIds: [] }] }, '1 outcomes'],
    ['notional workload', { workloadHours: 20 }, '20 hours'],
    ['notional workload', { workloadHours: 20, ects: 1 }, '1 ECTS'],
    ['level', { eqfLevel: 6 }, 'EQF 6'],
    ['type of assessment', { assessment: { type: 'exam', description: null } }, 'exam'],
    ['form of participation', { participation: 'online' as const }, 'online'],
    ['quality assurance', { qualityAssurance: { type: 'external', body: null } }, 'external'],
  ])('%s is stated by %j', (element, rest, stated) => {
    const linted = lintCredential(buildCredential('c', rest));
    expect(linted.find((one) => one.element === element)).toEqual({ element, isStated: true, stated, remedy: null });
    expect(linted.filter(({ isStated }) => isStated)).toHaveLength(2);
  });
});
