/** The field's terms in plain words; a dotted underline opens them where they stand. */
export const glossaryTexts = {
  terms: {
    gap: [
      'gap',
      'The part of all postings that ask for a skill nobody in the place can offer yet: demand less what is already met.',
    ],
    demand: ['demand', 'Of 100 job postings in the place, so many ask for the skill. Repeats of a posting count once.'],
    range: ['range', 'Nine times in ten the true number lies within it. A wide range means few postings.'],
    coverage: ['coverage', 'How surely a credential teaches a skill, as far as its published text shows.'],
    credential: [
      'micro-credential',
      'A short course with a certificate that says what its holder knows, checked by an assessment.',
    ],
    outcome: ['learning outcome', 'What a learner can do after the course, as the provider says it.'],
    eqf: ['EQF level', 'The European Qualifications Framework, 1 (basic) to 8 (doctorate). A bachelor’s degree is 6.'],
    frontier: ['trade-offs', 'Plans of which no other closes more for the same money and time.'],
    cluster: ['cluster', 'Skills that postings ask for together more often than by chance.'],
    whitespace: ['white space', 'Skills that are asked for together and that no credential is likely to teach.'],
    wef: ['WEF core skills', 'A list of 26 broad skills by the World Economic Forum (Future of Jobs 2025).'],
    esco: ['ESCO', 'The European list of skills and occupations, in 28 languages, kept by the European Commission.'],
    must: ['must', 'The posting says that it is required, by a heading or a word such as “essential”.'],
    reach: ['within reach', 'You hold at least 7 of 10 of the skills the posting calls a must.'],
  } as Record<string, [term: string, meaning: string]>,
};
