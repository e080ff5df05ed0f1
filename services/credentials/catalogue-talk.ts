/**
 * Sentences of a catalogue description that teach nothing: what a learner must know before, how the examination goes, what a
 * job in the field pays. A skill named there is needed, tested or promised, not taught. The table to extend when one of them
 * comes out as taught. Keep quantifiers bounded: catalogues are hostile input.
 */
const TEACHES_NOTHING: readonly RegExp[] = [
  // Before.
  /(?<!\bno )\bpre-?requisites?\b|\b(?:required|recommended|assumed|prior|previous) (?:knowledge|experience|background|familiarity|coursework|skills)\b|\bknowledge required\b/iu,
  /\b(?:knowledge|familiarity|experience|background|understanding|proficiency|skills?|comfort)\b.{0,80}\b(?:is|are|will be) (?:\w+ )?(?:required|recommended|assumed|expected|needed|helpful|necessary|preferred|a plus)\b/iu,
  /\b(?:students?|learners?|participants?|applicants?|you) (?:should|must|need to|are expected to) (?:already |also )?(?:have|be (?:familiar|comfortable|at least|proficient)|know|possess|hold|understand)\b/iu,
  /\bassumes?\b.{0,60}\b(?:knowledge|familiarity|background|experience|understanding)\b|\bhigh school diploma\b|\bGED\b|\badmissions? (?:requirements?|test)\b/u,
  // The examination and the money.
  /\b(?:must|will need to|have to|be required to) (?:successfully )?(?:pass|sit|take)\b.{0,60}\bexam/iu,
  /\b(?:evaluation|grading|final exam(?:ination)?|peer review) (?:will (?:be|take)|consists?)\b|^(?:education(?:al)?|teaching|delivery) methods?\W*$/iu,
  /\b(?:tuition|scholarships?|financial aid|refund|enrol?lment fee)\b/iu,
  // The job afterwards.
  /\b(?:salar(?:y|ies)|job (?:market|openings?|placement|search)|employment opportunities|career opportunities|in (?:high |great )?demand|(?:seeking|pursue|pursuing|launch|begin|start) (?:an? |your )?(?:\w+ )?career)\b|\b(?:ace|pass|prepare for) (?:your |the |an? )?(?:\w+ )?interviews?\b/iu,
];

export function teachesNothing(sentence: string): boolean {
  return TEACHES_NOTHING.some((pattern) => pattern.test(sentence));
}
