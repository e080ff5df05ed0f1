/**
 * The credentials of one institution in, what they show of the three success factors out: institutional commitment,
 * employers in the design of the curriculum, and recognition with quality assurance (paper A, literature review).
 *
 * Counted over credentials: "3 of 8 say it". What a catalogue does not say is unknown, not absent.
 */
import type { Credential } from '../domain/credential.ts';
import type { SuccessFactor } from '../domain/scorecard.ts';

const FACTORS: readonly { name: string; shows: (credential: Credential) => string | null }[] = [
  {
    name: 'institutional commitment',
    shows: ({ awardingBody }) => (awardingBody === null ? null : `awarded by ${awardingBody}`),
  },
  { name: 'employers in curriculum design', shows: employerSentence },
  {
    name: 'recognition and quality assurance',
    shows: ({ qualityAssurance, eqfLevel }) =>
      qualityAssurance !== null
        ? `quality assurance: ${[qualityAssurance.type, qualityAssurance.body].filter((part) => part !== null).join(', ')}`
        : eqfLevel === null
          ? null
          : `EQF level ${eqfLevel}`,
  },
];

/** @param credentials at least one, all of one provider */
export function successFactors(credentials: readonly Credential[]): SuccessFactor[] {
  return FACTORS.map(({ name, shows }) => {
    const shown = credentials.flatMap((credential) => shows(credential) ?? []);
    return { name, shownBy: shown.length, of: credentials.length, evidence: shown[0] ?? 'unknown' };
  });
}

const EMPLOYERS = /\b(employers?|industry|companies|professionals)\b/iu;
const DESIGN = /\b(design|develop|co-?creat|built|partner|advis|validat|endors|together with|in cooperation)\w*/iu;

/** A catalogue in memory keeps its credentials, and a provider of hundreds is asked for with every ranking. */
const sentenceOf = new WeakMap<Credential, string | null>();

/** The sentence that says so, as written. */
function employerSentence(credential: Credential): string | null {
  const known = sentenceOf.get(credential);
  if (known !== undefined) return known;
  const sentence = findEmployerSentence(credential);
  sentenceOf.set(credential, sentence);
  return sentence;
}

function findEmployerSentence({ description, qualityAssurance }: Credential): string | null {
  const texts = [description, qualityAssurance?.type, qualityAssurance?.body].filter(
    (text) => typeof text === 'string',
  );
  const sentence = texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+/u))
    .find((text) => EMPLOYERS.test(text) && DESIGN.test(text));
  return sentence?.trim() ?? null;
}
