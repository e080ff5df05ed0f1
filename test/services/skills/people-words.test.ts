import { describe, expect, it } from 'vitest';
import { endsInPeople } from '../../../services/skills/people-words.ts';

describe('endsInPeople', () => {
  it.each([
    'the management team',
    'Staff Nurses',
    'senior staff',
    'charities, families',
    'our customer’s',
    'colleagues',
  ])('hears people at the end of "%s"', (words) => {
    expect(endsInPeople(words)).toBe(true);
  });

  it.each(['team building', 'staff rotas', 'nursing', 'customer service', 'SQL', ''])('hears none in "%s"', (words) => {
    expect(endsInPeople(words)).toBe(false);
  });
});
