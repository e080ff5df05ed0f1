import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSkillLexicon, type LexiconEntry } from '../../../services/skills/skill-lexicon.ts';

/** `id` is the label in lower case unless given. */
const entry = (label: string, skillId = label.toLowerCase(), isPreferred = true): LexiconEntry => ({
  skillId,
  label,
  isPreferred,
});
const lexicon = buildSkillLexicon([
  entry('R (programming language)', 'r'),
  entry('Go'),
  entry('Excel'),
  entry('C++'),
  entry('C'),
  entry('.NET'),
  entry('SQL'),
  entry('project management'),
  entry('manage project', 'project management', false),
  entry('agile project management'),
  entry('database'),
  entry('nursing'),
  entry('it'),
  entry('Python'),
  entry('Python', 'python snake', false),
  entry('French'),
  entry('Source'),
  entry('team building'),
  entry('SaaS (service-oriented modelling)', 'saas'),
  entry('design buildings'),
  entry('health, safety and hygiene'),
  entry('ML (computer programming)', 'ml'),
]);
const idsIn = (text: string) => lexicon.hits(text).map((hit) => hit.skillId);

describe('finding labels word for word', () => {
  it.each([
    ['Experience with R and Python', ['r', 'python', 'python snake']],
    ['Statistical software such as R', ['r']],
    ['You lead our R&D department', []],
    ['R & D software budgets', []],
    ['R. Smith is your line manager', []],
    ['a technologist by the registry (ARRT)(R), able to work with software', []],
    ['statistical programming (R)', ['r']],
    ['Go or another programming language', ['go']],
    ['Own our go to market plans', []],
    ['Go to market plans are yours', []],
    ['go and python', ['python', 'python snake']],
    ['C, C++ and SQL', ['c', 'c++', 'sql']],
    ['the C-suite uses our software', []],
    ['Word and Excel', ['excel']],
    ['you excel at teamwork', []],
    ['.NET developer', ['.net']],
    ['net income', []],
  ])('tells names from everyday words: %s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each([
    ['Common ML libraries in Python', ['python', 'python snake']],
    ['OCaml, Standard ML or Haskell', ['ml']],
    ['Fluent in French and good with people', ['french']],
    ['French', ['french']],
    ['The daily payment application of millions of French people', []],
    ['We are a French start-up', []],
    ['Design and deploy SaaS', ['saas']],
    ['Our fast-growing SaaS business', []],
    ['This company is at a high level a SaaS for data teams', []],
  ])('tells a language and a service from a country and a business: %s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it('finds an activity, not a sentence of the same words', () => {
    expect(idsIn('experience of team building')).toEqual(['team building']);
    expect(idsIn('The team builds products')).toEqual([]);
  });

  it('does not take open source for the name of an engine', () => {
    expect(idsIn('Open Source software')).toEqual([]);
    expect(idsIn('the Source software')).toEqual(['source']);
  });

  it('takes the longest label and not the ones within it', () => {
    expect(idsIn('agile project management')).toEqual(['agile project management']);
    expect(idsIn('project management')).toEqual(['project management']);
  });

  it('takes a single word and its plural, but no other form of it', () => {
    expect(idsIn('Databases')).toEqual(['database']);
    expect(idsIn('a nurse, or nursed')).toEqual([]);
  });

  it('finds several words in other forms', () => {
    expect(lexicon.hits('managing projects')).toEqual([
      { skillId: 'project management', isPreferred: false, isName: false, wordCount: 2, start: 0, end: 17 },
    ]);
  });

  it('leaves out labels of one short word that is no name', () => {
    expect(idsIn('it is IT')).toEqual([]);
  });

  it('keeps two skills of one label, preferred first, to be told apart later', () => {
    expect(lexicon.hits('python').map(({ skillId, isPreferred }) => [skillId, isPreferred])).toEqual([
      ['python', true],
      ['python snake', false],
    ]);
  });

  it('says where each hit stands, in order, and never one inside another', () => {
    const word = fc.constantFrom('agile', 'project', 'management', 'SQL', 'Python', 'R', '&', 'D', ',', 'databases');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const hits = lexicon.hits(text);
        for (const hit of hits) {
          expect(text.slice(hit.start, hit.end)).toMatch(/^\S.*\S$|^\S$/);
          const wider = hits.filter(
            ({ start, end }) => start <= hit.start && end >= hit.end && end - start > hit.end - hit.start,
          );
          expect(wider).toEqual([]);
        }
        expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).toSorted((a, b) => a - b));
      }),
    );
  });

  it('reads no label across a comma, but for labels that have one', () => {
    expect(idsIn('You design, build and run services')).toEqual([]);
    expect(idsIn('You design buildings')).toEqual(['design buildings']);
    expect(idsIn('Health, safety and hygiene at work')).toEqual(['health, safety and hygiene']);
  });
});
