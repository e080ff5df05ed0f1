/** Words of the pages of one skill, one posting, and of everything that was found. */
import { intervalOfHundred, ofHundred, wholeNumber } from './numbers.ts';

export const pageTexts = {
  skill: {
    demand: (share: number, interval: readonly [number, number], rank: number) =>
      `${ofHundred(share)} of 100 postings ask for it (${intervalOfHundred(interval)}): number ${rank} of all skills here.`,
    noDemand: 'Too few postings ask for it here to be counted.',
    must: (share: number) => `${ofHundred(share)} of 100 postings call it a must.`,
    aliases: 'Also called',
    over: 'Over time',
    overIntro: 'Share of postings in each four weeks that ask for it.',
    overLabel: (skill: string) => `Share of postings that ask for ${skill}, over time`,
    regions: 'Where it is asked for most',
    employers: 'Who asks for it most',
    place: 'Place',
    employer: 'Employer',
    asks: 'Of 100 postings',
    n: 'Postings',
    tooFew: 'Too few postings in any one place to publish numbers.',
    neighbours: 'Asked for together with it',
    together: (n: number) => `in about ${n < 10 ? n.toFixed(1) : wholeNumber(n)} postings`,
    taughtBy: (n: number) => (n === 1 ? 'taught by 1' : n === 0 ? 'taught by none' : `taught by ${n}`),
    teachers: (n: number) =>
      n === 1 ? '1 credential is likely to teach it' : `${wholeNumber(n)} credentials are likely to teach it`,
    noTeachers: 'No credential is likely to teach it',
    evidence: 'What postings say',
    target: 'Postings that ask for it',
    coreSkills: 'Core skills of the World Economic Forum',
  },
  posting: {
    at: 'at',
    posted: (date: string) => `Posted ${date}`,
    until: (date: string) => `open until ${date}`,
    skills: 'Skills that were read from it',
    none: 'No skill was read from it.',
    notLinked: 'This posting has not been read yet: the operator runs “skillgap link”.',
    text: 'The whole text',
    textIntro: 'Marked words were read as skills.',
    original: 'The original posting',
    target: 'Make it my target',
    need: { must: 'a must', nice: 'nice to have', unstated: 'asked for' },
  },
  search: {
    title: (text: string) => `Found for “${text}”`,
    empty: 'What are you looking for?',
    hint: 'Type at least two letters into the search field above. Press / to get there.',
    nothing: (text: string) => `Nothing is called “${text}”.`,
    nothingNext: 'Try a shorter word, another spelling, or the English word.',
    alias: (alias: string) => `also called ${alias}`,
    postings: (n: number) => (n === 1 ? 'asked for in 1 posting' : `asked for in ${wholeNumber(n)} postings`),
    hires: (n: number) => (n === 1 ? '1 posting' : `${wholeNumber(n)} postings`),
  },
};
