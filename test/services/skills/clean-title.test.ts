import { describe, expect, it } from 'vitest';
import { bareTitle, cleanTitle } from '../../../services/skills/clean-title.ts';

describe('the part of a title that names the work', () => {
  it.each([
    ['Staff Nurse - Band 5', 'Staff Nurse'],
    ['Band 6 Occupational Therapist', 'Occupational Therapist'],
    ['Nurse Practitioner Band 7 to 8a', 'Nurse Practitioner'],
    ['Principal Clinical Psychologist Band 8a/8b', 'Clinical Psychologist'],
    ['Healthcare Assistant | Bank | Cambridge', 'Healthcare Assistant'],
    ['Registered Nurse - Nights, Ipswich', 'Registered Nurse'],
    ['Senior Data Scientist (m/w/d)', 'Data Scientist'],
    ['IT-Administrator w/m/d', 'IT-Administrator'],
    ['Développeur Java confirmé H/F', 'Développeur Java'],
    ['Comptable expérimentée - F/H - CDI', 'Comptable'],
    ['Software Engineer II', 'Software Engineer'],
    ['Sr. Backend Engineer, Payments', 'Backend Engineer'],
    ['Junior/Senior Web Developer', 'Web Developer'],
    ['Project Manager £45,000 - £50,000', 'Project Manager'],
    ['Trainee Accountant (Fixed-term) [remote]', 'Accountant'],
    ['Full-time Teacher of Maths at Ely College', 'Teacher of Maths'],
    ['C++ Developer', 'C++ Developer'],
    ['.NET Developer (remote)', '.NET Developer'],
    ['Bank Staff Nurse', 'Staff Nurse'],
    ['BANK HOUSEKEEPER - ST DAVIDS', 'HOUSEKEEPER'],
    ['Night Support Worker', 'Support Worker'],
    ['Lead Nurse', 'Nurse'],
    ['Principal, Data Science', 'Data Science'],
    ['Graduate Finance Trainee', 'Finance Trainee'],
    ['Consultant.e Data Engineer Expérimenté.e', 'Consultant Data Engineer'],
    ['Stage - 6 mois - Data Engineer F/H', 'Data Engineer'],
    ['Alternance - ingénieur de données', 'ingénieur de données'],
    ['CDI – Data Engineer Java', 'Data Engineer Java'],
  ])('%s -> %s', (title, work) => {
    expect(cleanTitle(title)).toBe(work);
  });

  it.each([
    'Bank Manager',
    'bank branch manager',
    'Bank Teller',
    'central bank governor',
    'Contract Specialist',
    'Night Auditor',
    'train night cleaner',
    'Infection Prevention and Control Lead',
    'Clinical Lead',
    'Assistant Principal',
    'Specialty Trainee in Neurosurgery',
    'Support Staff',
    'Staff Sergeant',
    'Remote Sensing Technician',
    'Hybrid Cloud Engineer',
    'Permanent Way Inspector',
    'Temporary Labour Officer',
    'Stage Manager',
  ])('keeps a word that names the work: %s', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });

  it('is the whole title when nothing would be left of it', () => {
    expect(cleanTitle(' Senior ')).toBe('Senior');
    expect(cleanTitle('(m/w/d)')).toBe('(m/w/d)');
    expect(cleanTitle('Principal')).toBe('Principal');
  });
});

describe('the whole title without what says nothing of the work', () => {
  it.each([
    ['Staff Nurse - Band 5 - Intensive Care', 'Staff Nurse, Intensive Care'],
    ['Teachers, Postsecondary', 'Teachers, Postsecondary'],
    ['Senior Data Scientist (m/w/d) | Berlin', 'Data Scientist, Berlin'],
    ['(m/w/d)', '(m/w/d)'],
  ])('%s -> %s', (title, bare) => {
    expect(bareTitle(title)).toBe(bare);
  });
});
