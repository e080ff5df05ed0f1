/** Words of the region view and of ranked gaps everywhere. */
import { intervalOfHundred, ofHundred, wholeNumber } from './numbers.ts';

export const regionTexts = {
  question: (name: string) => `What does ${name} ask for that is missing?`,
  questionEmpty: 'What does a region ask for that is missing?',
  intro: 'Choose a region, an occupation or an employer. The answer is a list of skills, most missing first.',
  fields: {
    region: 'Region',
    occupation: 'Occupation',
    employer: 'Employer',
    window: 'Posted',
    framework: 'Skills of',
    any: { region: 'All regions', occupation: 'All occupations', employer: 'All employers' },
    postings: (n: number) => (n === 1 ? '1 posting' : `${wholeNumber(n)} postings`),
    clear: (name: string) => `Remove ${name}`,
    noneFound: (text: string) => `No postings for “${text}”.`,
  },
  windows: {
    from: (date: string) => `Since ${date}`,
    all: 'At any time',
    quarter: 'Last 3 months',
    half: 'Last 6 months',
    year: 'Last 12 months',
  },
  frameworks: { all: 'The full list', wef: 'WEF core skills' },
  counted: (n: number, employers: number, duplicates: number) =>
    `Counted from ${wholeNumber(n)} ${n === 1 ? 'posting' : 'postings'} of ${wholeNumber(employers)} ${employers === 1 ? 'employer' : 'employers'}` +
    (duplicates > 0 ? `; ${wholeNumber(duplicates)} repeats left out.` : '.'),
  fewPostings: (n: number) =>
    `Only ${n} postings: read the ranges, not the order. A wider region or a longer time gives surer numbers.`,
  share: (share: number, interval: readonly [number, number]) =>
    `${ofHundred(share)} of 100 postings (${intervalOfHundred(interval)})`,
  shareAlone: (share: number, interval: readonly [number, number]) =>
    `${ofHundred(share)} (${intervalOfHundred(interval)})`,
  shareShort: (share: number) => `${ofHundred(share)} of 100`,
  must: (share: number) => (share < 0.005 ? 'rarely a must' : `a must in ${ofHundred(share)} of 100`),
  columns: {
    rank: '#',
    skill: 'Skill',
    demand: 'Asked for by',
    met: 'Already met',
    trend: 'Trend',
    taught: 'Taught by',
    why: 'Evidence',
  },
  legend: { gap: 'asked for and missing', met: 'already met', band: 'range (90 of 100)' },
  axis: (max: number) => `Bars run from 0 to ${max} of 100 postings.`,
  trend: {
    emerging: 'rising',
    declining: 'falling',
    stable: 'steady',
    unknown: 'too few weeks to tell',
  },
  taughtBy: (n: number) => (n === 0 ? 'taught by none' : `taught by ${n}`),
  heldShare: (share: number) => `${ofHundred(share)} of 100 met`,
  supplyUnknown: 'Who already has these skills is not known here, so each gap is as large as its demand.',
  why: 'Why',
  whyLabel: (skill: string) => `Why ${skill}: the sentences behind the number`,
  noEvidence: 'no sentence',
  more: 'Show more skills',
  caption: 'Skills asked for and missing, largest gap first',
  basis: (name: string, version: string, model: string) =>
    `Skills: ${name} ${version}. Language model: ${model.split('@')[0] ?? model}.`,
  empty: 'No skill is asked for often enough here to be counted.',
  emptyNext: 'Take a wider region, all occupations or a longer time.',
  suppressedTitle: 'Too few postings to publish numbers',
  suppressedNext: 'Choose a wider region or a longer time; single postings would show through here.',
  radar: {
    title: 'WEF core skills',
    intro: 'How many of 100 postings ask for at least one skill of each core skill (World Economic Forum, 2025).',
    more: 'All core skills as a list',
  },
  compare: {
    heading: 'Compare with another region',
    label: 'Compare with',
    placeholder: 'Choose a region',
    title: (a: string, b: string) => `${a} beside ${b}`,
    caption: 'The same skills in both',
    clear: 'Of 100 postings, with ranges. Two numbers are clearly different when their ranges do not touch.',
    apart: 'clearly different',
    stop: 'Stop comparing',
    notAmong: 'not among the first 200 there',
  },
  places: {
    title: 'Regions',
    intro: 'Darker squares have more postings. Choose one to see its gaps.',
    list: 'Regions as a list',
  },
  next: {
    title: 'What closes these gaps?',
    ranked: 'Credentials for this scope',
    university: 'What a university could teach here',
    map: 'The map of these skills',
  },
};
