import { describe, expect, it } from 'vitest';
import { classifyHeading, classifyLeadIn, findInlineHeadings } from '../../../services/skills/find-headings.ts';

describe('classifyHeading', () => {
  it.each([
    ['requirements', 'requirements', 'must'],
    ['essential skills & experience:', 'requirements', 'must'],
    ["**what you'll need**", 'requirements', 'must'],
    ['who you are', 'requirements', 'unstated'],
    ['profil recherché', 'requirements', 'unstated'],
    ['nasze wymagania', 'requirements', 'must'],
    ['preferred qualifications', 'nice-to-have', 'nice'],
    ['mile widziane', 'nice-to-have', 'nice'],
    ['ii. principal responsibilities and tasks', 'duties', 'unstated'],
    ['vos missions', 'duties', 'unstated'],
    ['ihre aufgaben', 'duties', 'unstated'],
    ['what we offer', 'benefits', 'unstated'],
    ['co oferujemy', 'benefits', 'unstated'],
    ['location', 'terms', 'unstated'],
    ['about orchard steel', 'company', 'unstated'],
    ['qui sommes-nous ?', 'company', 'unstated'],
    ['how to apply', 'application', 'unstated'],
    ['eeo statement', 'equal opportunity', 'unstated'],
    ['job description', 'unknown', 'unstated'],
  ])('knows %j', (line, kind, necessity) => {
    expect(classifyHeading(line)).toMatchObject({ kind, necessity });
  });

  it.each(['welding', 'python experience preferred by all', 'about the role of women in steel', 'you will weld'])(
    'does not take %j for one',
    (line) => {
      expect(classifyHeading(line)).toBeUndefined();
    },
  );
});

describe('classifyLeadIn', () => {
  it.each([
    ['in the role you will be expected to', 'duties'],
    ['the successful candidate should have', 'requirements'],
    ['by joining us you will have access to the following benefits', 'benefits'],
    ['it would be a plus if you know', 'nice-to-have'],
    ['osoba na tym stanowisku odpowiedzialna będzie za', 'duties'],
  ])('hears what %j announces', (clause, kind) => {
    expect(classifyLeadIn(clause)?.kind).toBe(kind);
  });
});

describe('findInlineHeadings', () => {
  const found = (text: string) =>
    findInlineHeadings(text, text.toLowerCase(), 0, text.length).map(
      ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
    );

  it('finds headings before a colon, at their full length', () => {
    expect(found('Key Responsibilities include: weld. Benefits: lunch')).toEqual([
      'duties: Key Responsibilities include:',
      'benefits: Benefits:',
    ]);
  });

  it('finds headings glued to the next sentence, and shouted ones', () => {
    expect(found('The PositionWe are here')).toEqual(['duties: The Position']);
    expect(found('...gates.REQUIREMENTSPh.D. in steel')).toEqual(['requirements: REQUIREMENTS']);
    expect(found('QUI SOMMES-NOUS ? Orchard')).toEqual(['company: QUI SOMMES-NOUS ?']);
  });

  it('does not take words of a sentence for headings', () => {
    expect(found('Meet our Requirements and enjoy the Benefits of YouTube at 10:30')).toEqual([]);
  });
});
