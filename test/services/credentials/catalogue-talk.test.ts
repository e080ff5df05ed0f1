import { describe, expect, it } from 'vitest';
import { teachesNothing } from '../../../services/credentials/catalogue-talk.ts';

describe('teachesNothing', () => {
  it.each([
    'The only required knowledge is certain familiarity with graph reading and basic high school mathematics.',
    'Basic knowledge of Python and linear algebra is assumed.',
    'Students should already be familiar with Java.',
    'Prerequisites: two semesters of chemistry',
    'Students must successfully pass a written exam and a practical exam to be certified.',
    'You will be well-positioned to ace your technical interviews.',
    'Data analysts are in high demand.',
    'The evaluation will take the form of a simulation and a peer review.',
    'For anyone seeking a lucrative career in technology',
    'Education Method',
    'Financial aid is available for nursing students.',
  ])('hears what comes before and after the teaching: %s', (sentence) => {
    expect(teachesNothing(sentence)).toBe(true);
  });

  it.each([
    'Upon completion you will be able to write SQL queries.',
    'You should leave with a portfolio of three dashboards.',
    'Learn the knowledge and skills needed to manage projects.',
    'The course builds an understanding of contracts and negotiation.',
    'Build the background in statistics that data scientists need.',
    'At the end participants should be able to interpret financial statements.',
    'A "no prerequisite" introduction to Python',
    'Examine patients and record what you find.',
  ])('leaves what is taught: %s', (sentence) => {
    expect(teachesNothing(sentence)).toBe(false);
  });
});
