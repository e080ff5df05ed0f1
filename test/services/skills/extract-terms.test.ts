import { describe, expect, it } from 'vitest';
import { extractTerms, knownWordsOf, type KnownWords } from '../../../services/skills/extract-terms.ts';
import { stemWord } from '../../../services/skills/words.ts';
import { buildSkill } from '../store/store-fixture.ts';

/** Everything but what a test is about is a word that the taxonomy has in some label. */
const HEARD =
  'run pre operative assessment clinics discharge planning ward budgets managers processes bread teaching clearly need use daily'.split(
    ' ',
  );
const known: KnownWords = {
  verbs: new Set(['manag', 'run']),
  heard: new Set(HEARD.map(stemWord)),
  people: new Set(['nurse']),
};
const terms = (sentence: string) => extractTerms(sentence, known).map(({ start, end }) => sentence.slice(start, end));

describe('words of a taxonomy', () => {
  it('are verbs when several skills begin with them, and somebody when several occupations end so', () => {
    const labels = [
      'manage staff',
      'manage time',
      'managing care',
      'manages tea',
      'managed cakes',
      'bake bread',
      'bake cakes',
      'manage',
    ];
    const nurses = ['ward nurse', 'nurse', 'school nurse (paediatric)', 'night nurses'];
    const occupations = [
      { preferredLabel: 'welder', altLabels: nurses },
      {
        preferredLabel: 'sick nurse',
        altLabels: ['head of wards', 'head of tea wards', 'sister in wards', 'a of wards', 'b of wards'],
      },
    ];
    const found = knownWordsOf(
      labels.map((label) =>
        buildSkill(label, { preferredLabel: label, altLabels: ['teaching'], description: 'Bakes tarts.' }),
      ),
      occupations,
    );
    expect([...found.verbs]).toEqual(['manag']);
    expect([...found.heard].toSorted()).toEqual([
      'bake',
      'bread',
      'cake',
      'care',
      'manag',
      'staff',
      'tart',
      'tea',
      'teach',
      'time',
    ]);
    expect([...found.people]).toEqual(['nurse']);
  });
});

describe('the terms of a sentence', () => {
  it('are phrases of up to four words between marks and words without meaning', () => {
    expect(terms('With pre-operative assessment clinics, and discharge planning')).toEqual([
      'pre-operative',
      'pre-operative assessment',
      'pre-operative assessment clinics',
      'assessment clinics',
      'discharge planning',
    ]);
    expect(terms('discharge; planning ward / budgets')).toEqual(['planning ward']);
  });

  it('are single words only when they are names, or the taxonomy has never heard of them', () => {
    expect(terms('Work with dbt, Looker and GPT4')).toEqual(['Looker', 'GPT4']);
    expect(terms('bread, teaching, kanban')).toEqual(['kanban']);
    expect(terms('Bread. Teaching - Clinics')).toEqual([]);
  });

  it('neither begin with a verb of the taxonomy nor end in a general word', () => {
    expect(terms('managing ward budgets')).toEqual(['ward budgets']);
    expect(terms('ward processes')).toEqual([]);
    expect(terms('clearly ward budgets')).toEqual(['ward budgets']);
  });

  it('are nobody', () => {
    expect(terms('With ward nurses, ward budget nurses and ward budgets')).toEqual(['ward budgets']);
    expect(terms('With ward budget processes')).toEqual([]);
  });

  it('are no names because a sentence is all capitals', () => {
    expect(terms('WARD BUDGETS AND SBAR')).toEqual(['WARD BUDGETS']);
    expect(terms('budgets and SBAR')).toEqual(['SBAR']);
  });

  it('share a key with their inflections', () => {
    const key = (sentence: string) => extractTerms(sentence, known)[0]?.key;
    expect(key('ward budgets')).toBe(key('Ward budget'));
    expect(key('ward budgets')).toBeDefined();
  });

  it('may be two capitals with a stroke', () => {
    expect(terms('use CI/CD daily')).toContain('CI/CD');
    expect(terms('ward/clinic')).not.toContain('ward/clinic');
    expect(terms('use A/B ward budgets')).toEqual(['ward budgets']);
  });
});
