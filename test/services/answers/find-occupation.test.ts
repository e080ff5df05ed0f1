import { describe, expect, it } from 'vitest';
import { findOccupation, MIN_MEANING_NEARNESS } from '../../../services/answers/find-occupation.ts';
import type { Occupation } from '../../../services/domain/occupation.ts';

const occupation = (id: string, preferredLabel: string, altLabels: string[] = []): Occupation => ({
  id,
  framework: 'own',
  preferredLabel,
  altLabels,
  description: null,
  iscoCode: null,
  code: `code-${id}`,
});
const all = [
  occupation('accountant', 'accountant'),
  occupation('cpp', 'C++ developer'),
  occupation('csharp', 'C# developer'),
  occupation('packing', 'machine packing engineer'),
  occupation('répétiteur', 'répétiteur'),
  occupation('tax', 'tax adviser', ['accountant', 'tax accountant']),
];
const occupations = new Map(all.map((one) => [one.id, one]));
const noModel = () => Promise.reject(new Error('No model was expected to be asked.'));
const find = (wanted: string) => findOccupation(wanted, occupations, noModel);
const byMeaning = (...ranked: [string, number][]) =>
  findOccupation('head of growth', occupations, () =>
    Promise.resolve(ranked.map(([occupationId, nearness]) => ({ occupationId, nearness }))),
  );

describe('the occupation a person names', () => {
  it.each([
    ['ACCOUNTANT', 'accountant', 'label'],
    ['Tax-Accountant', 'tax', 'label'],
    ['repetiteur', 'répétiteur', 'label'],
    ['c++ developer', 'cpp', 'label'],
    ['C# Developer', 'csharp', 'label'],
    ['code-tax', 'tax', 'code'],
    ['packing', 'packing', 'code'],
    ['acountant', 'accountant', 'spelling'],
    ['taxx acountent', 'tax', 'spelling'],
    ['tax advisor', 'tax', 'spelling'],
  ])('%s is %s, found by its %s', async (wanted, id, foundBy) => {
    expect(await find(wanted)).toMatchObject({ occupation: { id }, foundBy, nearLabels: [] });
  });

  it('is not another one that shares most letters: one word of three is a different word', async () => {
    await expect(find('machine learning engineer')).rejects.toThrow('No model');
    await expect(find('machine packing')).rejects.toThrow('No model');
  });

  it('is the nearest in meaning from the floor on', async () => {
    expect((await byMeaning(['tax', MIN_MEANING_NEARNESS])).occupation?.id).toBe('tax');
    expect((await byMeaning(['tax', MIN_MEANING_NEARNESS - 0.001])).occupation).toBeNull();
  });

  it('is asked back with the three nearest labels below the floor', async () => {
    const nearLabels = ['C# developer', 'tax adviser', 'accountant'];
    expect(await byMeaning(['csharp', 0.6], ['tax', 0.5], ['accountant', 0.4], ['packing', 0.3])).toEqual({
      occupation: null,
      foundBy: 'meaning',
      nearLabels,
    });
    expect((await byMeaning()).nearLabels).toEqual([]);
  });
});
