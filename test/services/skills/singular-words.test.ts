import { expect, it } from 'vitest';
import { singularWords } from '../../../services/skills/singular-words.ts';

it.each([
  ['Loan Officers', 'Loan Officer'],
  ['Secretaries and Dispatchers', 'Secretary and Dispatcher'],
  ['Firemen', 'Fireman'],
  ['Coaches', 'Coach'],
  ['Chief Executives', 'Chief Executive'],
])('makes plurals of titles singular: %s -> %s', (title, singular) => {
  expect(singularWords(title)).toBe(singular);
});

it.each([
  'Business Analyst',
  'Physics Teacher',
  'Sales Manager',
  'Bus Driver',
  'AWS Architect',
  'DevOps Engineer',
  'men',
])('leaves words alone that only look like plurals: %s', (title) => {
  expect(singularWords(title)).toBe(title);
});

it('changes nothing the second time', () => {
  for (const title of ['Dresses Makers', 'Boxes', 'Ladies', 'Chefs'])
    expect(singularWords(singularWords(title))).toBe(singularWords(title));
});
