import { describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../../../models/hashing-embedder.ts';
import type { Occupation } from '../../../services/domain/occupation.ts';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import {
  cleanTitle,
  foldTitle,
  linkOccupations,
  rankOccupations,
  type OccupationSpace,
} from '../../../services/skills/link-occupations.ts';
import { labelEntryId } from '../../../services/skills/skill-space.ts';

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

describe('the occupation of a title', () => {
  const embedder = createHashingEmbedder();
  const occupation = (id: string, preferredLabel: string, altLabels: string[], iscoCode: string): Occupation => ({
    id,
    framework: 'own',
    preferredLabel,
    altLabels,
    description: null,
    iscoCode,
    code: null,
  });
  const occupations = [
    occupation('nurse', 'specialist nurse', ['staff nurse'], '2221'),
    occupation('data', 'data scientist', ['data expert'], '2511'),
    occupation('welder', 'welder', [], '7212'),
  ];

  async function openSpace(): Promise<OccupationSpace> {
    const labels = occupations.flatMap(({ id, preferredLabel, altLabels }) =>
      [preferredLabel, ...altLabels].map((label, at) => ({ id, entry: labelEntryId(id, at), label })),
    );
    const vectors = await embedder.embed(labels.map(({ label }) => label));
    const entries = labels.map(({ entry }, at) => ({ id: entry, vector: vectors[at] ?? new Float32Array() }));
    return {
      occupations: new Map(occupations.map((one) => [one.id, one])),
      byLabel: new Map(labels.map(({ label, id }) => [foldTitle(label), [id]])),
      labels: buildExactIndex(entries, embedder.dimensions),
    };
  }

  it('is the one with that label, in any spelling and in the plural', async () => {
    const titles = ['Senior STAFF NURSE - Band 5', 'Welders'];
    expect(await linkOccupations(titles, await openSpace(), embedder)).toEqual([
      { occupationId: 'nurse', confidence: 1, iscoCode: '2221' },
      { occupationId: 'welder', confidence: 1, iscoCode: '7212' },
    ]);
  });

  it('is the nearest one otherwise, with less than full confidence, and none when nothing is near', async () => {
    const [near, far] = await linkOccupations(['Scientist for data', 'Zookeeper'], await openSpace(), embedder);
    expect(near?.occupationId).toBe('data');
    expect(near?.confidence).toBeLessThan(1);
    expect(far).toBeNull();
  });

  it('ranks an exact label first and says so', async () => {
    const [ranked] = await rankOccupations(['data expert'], await openSpace(), embedder);
    expect(ranked?.map(({ occupationId, isExact }) => [occupationId, isExact])[0]).toEqual(['data', true]);
    expect(ranked?.slice(1).some(({ isExact }) => isExact)).toBe(false);
  });

  it('is none without occupations', async () => {
    const space = { ...(await openSpace()), occupations: new Map<string, Occupation>() };
    expect(await linkOccupations(['welder'], space, embedder)).toEqual([null]);
  });
});
