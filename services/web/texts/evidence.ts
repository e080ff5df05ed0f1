/** Words of the evidence drawer and of corrections. */
import { ofHundred, percentSure } from './numbers.ts';

export const evidenceTexts = {
  title: (skill: string) => `Why ${skill}`,
  loading: 'Reading the sentences',
  postingSays: 'What postings say',
  teaches: 'What credentials promise',
  none: 'No sentence can be quoted here: the number comes from the skills below it.',
  noTeacher: 'No credential in the catalogue is likely to teach it.',
  sure: (confidence: number) => `${percentSure(confidence)} sure that it means this skill`,
  part: (confidence: number, n: number, share: number) =>
    `Counts as ${confidence.toFixed(2)} of 1 posting, ${ofHundred(confidence / n)} of the ${ofHundred(share)} in 100.`,
  shown: (shown: number, n: number) => `${shown} of about ${n} postings that ask for it. Surest first.`,
  unknownEmployer: 'employer not named',
  undated: 'no date',
  openPosting: 'The whole posting',
  openCredential: 'All about this credential',
  openSkill: 'All about this skill',
  declared: 'The provider says so',
  inferred: 'Read from its text',
  source: { 'learning outcome': 'learning outcome', description: 'description', title: 'title' } as Record<
    string,
    string
  >,
  covers: (coverage: number) => `${percentSure(coverage)} sure that it teaches this`,
  closes: (part: number) => `${ofHundred(part)} of the 100 parts of the whole gap`,
  wrong: 'This link is wrong',
  wrongTitle: 'Is this link wrong?',
  wrongText: (words: string, skill: string) => `“${words}” does not mean ${skill} here.`,
  wrongEverywhere: 'These words never mean this skill, in any posting',
  wrongWhy: 'Why (optional)',
  wrongSend: 'Store the correction',
  wrongCancel: 'Leave it as it is',
  wrongStored: 'Stored. The numbers have changed; load the view again to see them.',
  wrongUndo: 'An operator can undo it: skillgap correct list.',
};
