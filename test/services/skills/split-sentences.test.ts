import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../services/skills/split-sentences.ts';

const sentences = (text: string) =>
  splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence at its mark', () => {
    expect(sentences('Weld frames. Paint gates! Can you? Good.')).toEqual([
      'Weld frames.',
      'Paint gates!',
      'Can you?',
      'Good.',
    ]);
  });

  it.each([
    'Use Node.js, ASP.NET and C++ daily.',
    'Tools such as e.g. Jira, i.e. trackers.',
    'A Ph.D. in chemistry or a B.Sc. in physics.',
    'U.S. Army veterans with 3.5 years.',
    'Praca m.in. Excel, np. Word, ul. Długa 3.',
    'Report to Dr. Adams and Mr. Brown.',
    'Kenntnisse z.B. Excel bzw. SAP',
    'Visit www.Orchard.com now',
    'JavaScript, TensorFlow, PowerShell and LinkedIn',
  ])('does not end one inside %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('ends one after a language of one letter', () => {
    expect(sentences('Good at Python and R. Experience with SQL.')).toEqual([
      'Good at Python and R.',
      'Experience with SQL.',
    ]);
  });

  it.each([
    ['Have you heard of Orchard?Orchard (YC W18) is here', ['Have you heard of Orchard?', 'Orchard (YC W18) is here']],
    ['Lead projects to completionDesign new gates', ['Lead projects to completion', 'Design new gates']],
    ['Fluency in PythonExperience with SQL', ['Fluency in Python', 'Experience with SQL']],
    ['Work in AWSStrong Linux skills', ['Work in AWS', 'Strong Linux skills']],
    ['Tools (Jira)Writing reports', ['Tools (Jira)', 'Writing reports']],
    ['Lead teams5+ years of welding', ['Lead teams', '5+ years of welding']],
    ['Pomoc w biurze,Ułatwianie pracy', ['Pomoc w biurze', 'Ułatwianie pracy']],
    ['spawanie ram,malowanie bram,czytanie rysunków', ['spawanie ram', 'malowanie bram', 'czytanie rysunków']],
  ])('parts what lost its blank: %s', (text, parts) => {
    expect(sentences(text)).toEqual(parts);
  });

  it('reads bullets inside a line, and a single dash as a dash', () => {
    expect(sentences('Tasks • Weld • Paint')).toEqual(['Tasks', 'Weld', 'Paint']);
    expect(sentences('missions : - Souder - Peindre - Monter')).toEqual(['missions :', 'Souder', 'Peindre', 'Monter']);
    expect(sentences('Data Engineer - Paris office')).toEqual(['Data Engineer - Paris office']);
  });

  it('parts at semicolons and leaves bullets, emoji and blanks outside', () => {
    expect(sentences(' 💡 weld frames; paint gates ; ')).toEqual(['weld frames', 'paint gates']);
    expect(sentences('.NET development')).toEqual(['.NET development']);
  });

  it('stays within the part it is given', () => {
    const text = 'One. Two. Three.';
    expect(splitSentences(text, 5, 9).map(({ start, end }) => text.slice(start, end))).toEqual(['Two.']);
  });
});
