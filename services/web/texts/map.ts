/** Words of the skill map. */
import { ofHundred, wholeNumber } from './numbers.ts';

export const mapTexts = {
  question: (name: string) => `Which skills does ${name} ask for together?`,
  questionEmpty: 'Which skills are asked for together?',
  intro: 'Choose a region, an occupation or an employer to draw its map.',
  about:
    'Each circle is a skill: the larger, the more postings ask for it. Skills of one colour are asked for together. The ring shows how surely the catalogue teaches it: no ring, nobody does.',
  label: (skills: number, clusters: number) =>
    `Map of ${wholeNumber(skills)} skills in ${wholeNumber(clusters)} clusters. The same skills stand in the list below.`,
  density: 'Density',
  lasso: 'Select an area',
  zoomIn: 'Closer',
  zoomOut: 'Further',
  reset: 'Whole map',
  help: 'Drag to move, use the wheel with Ctrl held or the buttons to come closer, press a circle to select the skill. With “Select an area” you draw around skills.',
  list: 'The map as a list',
  cluster: (label: string, count: number, taught: number, stability: number) =>
    `${label}: ${wholeNumber(count)} skills, ${ofHundred(taught)} of 100 parts taught, together in ${ofHundred(stability)} of 100 redraws`,
  alone: (count: number) => (count === 1 ? '1 skill in no cluster' : `${wholeNumber(count)} skills in no cluster`),
  columns: { skill: 'Skill', asked: 'Asked for by', taught: 'Taught by', select: 'Select' },
  asked: (share: number) => `${ofHundred(share)} of 100`,
  taughtBy: (n: number) => (n === 0 ? 'none' : wholeNumber(n)),
  chosen: {
    title: 'Selected skills',
    none: 'Select skills on the map or in the list to make a brief from them.',
    sum: (n: number, untaught: number) =>
      `${n === 1 ? '1 skill' : `${wholeNumber(n)} skills`}, ${untaught === 0 ? 'all of them taught' : `${wholeNumber(untaught)} of them taught by nobody`}.`,
    brief: 'Find the design brief nearest to them',
    clear: 'Select nothing',
    found: (title: string, shared: number, n: number) => `${title} has ${shared} of your ${n} skills.`,
    notFound:
      'No white space has any of these skills: they are taught already, or too few postings ask for them together.',
    open: 'Open this brief',
  },
  empty: 'No two skills are asked for together often enough to draw a map.',
  most: 'Skills on the map',
};
