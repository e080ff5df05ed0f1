import { describe, expect, it } from 'vitest';
import { linkOccupations } from '../../../services/skills/link-occupations.ts';
import { isUntelling, toldOccupation } from '../../../services/skills/telling-titles.ts';
import { embedder, openSpace } from './occupation-fixture.ts';

describe('a title that tells of an occupation without naming it', () => {
  it.each([
    ['Senior Theatre Practitioner - Scrub', 'anaesthetic technician'],
    ['Theatre Practitioner/ODP/Anaes Nurse - Theatres/Recovery', 'anaesthetic technician'],
    ['Consultant Psychiatrist in Intellectual Disabilities', 'specialised doctor'],
    ['Consultant in Emergency Medicine', 'specialised doctor'],
    ['Band 6 Deputy Sister', 'nurse responsible for general care'],
    ['Colorectal Clinical Nurse Specialist', 'specialist nurse'],
    ['Cardiac Sonographer', 'diagnostic radiographer'],
    ['Salaried GP', 'general practitioner'],
    ['Bank Healthcare Support Worker', 'healthcare assistant'],
  ])('is read: %s', (title, label) => {
    expect(toldOccupation(title)).toBe(label);
  });

  it.each([
    'GP Receptionist',
    'Theatre Technician',
    'Database Administrator',
    'Speech and Language Pathologist',
    'Nurse',
  ])('is not read into %s', (title) => {
    expect(toldOccupation(title)).toBeUndefined();
  });

  it('has the occupation of the taxonomy, and gives way to a label word for word', async () => {
    const titles = ['Diabetes Nurse Specialist', 'Staff Nurse'].map((title) => ({ title, language: 'en' }));
    expect(await linkOccupations(titles, await openSpace(), embedder)).toEqual([
      { occupationId: 'nurse', confidence: 1, iscoCode: '2221' },
      { occupationId: 'nurse', confidence: 1, iscoCode: '2221' },
    ]);
  });
});

describe('a title of any trade', () => {
  it.each(['Team Leader', 'Director', 'Scientist II', 'Consultant - Leeds', 'Associate Director'])(
    'names none: %s',
    async (title) => {
      expect(isUntelling(title)).toBe(true);
      expect(await linkOccupations([{ title, language: 'en' }], await openSpace(), embedder)).toEqual([null]);
    },
  );

  it.each(['Data Scientist', 'Consultant Psychiatrist', 'Nurse Team Leader', 'Director of Nursing'])(
    'is not one with its trade: %s',
    (title) => {
      expect(isUntelling(title)).toBe(false);
    },
  );
});
