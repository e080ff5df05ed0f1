/** Words of the start view. */
import { wholeNumber } from './numbers.ts';

export const startTexts = {
  title: 'Which skills are asked for and missing, and what closes the gap?',
  intro:
    'Skillgap reads job postings sentence by sentence, links them to skills, and finds the short courses that teach what is missing. Every number shows its range and the sentences behind it.',
  doors: {
    region: {
      title: 'A region',
      text: 'What its employers ask for, what is missing, what is rising.',
      open: (name: string) => `Open ${name}`,
    },
    university: {
      title: 'My university',
      text: 'Your catalogue beside the gaps: what it covers, what nobody teaches, a brief for a new course.',
      open: () => 'Open the catalogue',
    },
    employer: {
      title: 'My company',
      text: 'Paste a job description. See the skills it asks for, and who teaches them.',
      open: (name: string) => `See ${name} as an example`,
    },
    learner: {
      title: 'Me',
      text: 'Your CV, a target job, your money and hours: what to learn, in which order.',
      open: () => 'See an example plan',
    },
  },
  sampleNote:
    'This is the sample pack: its postings, employers, courses and people are invented. Import your own with “skillgap import”.',
  holds: (postings: number, employers: number, credentials: number, providers: number, skills: number) =>
    `${wholeNumber(postings)} postings of ${wholeNumber(employers)} employers, ${wholeNumber(credentials)} credentials of ${wholeNumber(providers)} providers, ${wholeNumber(skills)} skills`,
};
