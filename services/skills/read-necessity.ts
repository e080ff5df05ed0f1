/**
 * Whether a sentence says that something is needed or only wished for. Lower case in; words beat the section it stands in.
 */
import type { Necessity } from '../domain/posting.ts';

const NICE =
  /\b(?:nice to have|a plus|(?:big|huge|definite|strong|major|real) plus|(?:is|are|as) plus|bonus (?:points|if)|a bonus|preferred|preferably|preference|desirable|desired|desirably|ideally|ideal but|advantageous|beneficial|an? (?:added |distinct |strong |clear )?(?:advantage|asset)|not (?:essential|required|necessary|mandatory)|would be (?:great|good|nice|useful|helpful|welcome|a benefit)|helpful but|useful but|optional)\b|\b(?:est|serait|sera|sont|seraient) (?:un |une |des )?(?:vrai |réel |gros )?(?:plus|atouts?|appréciée?s?|souhaitée?s?|bienvenue?s?|souhaitables?)|un plus\b|idéalement|de préférence|souhaitée?s?\b|appréciée?s?\b|un atout|von vorteil|wünschenswert|idealerweise|vorzugsweise|gerne gesehen|mile widzian|(?:dodatkowym |będzie |dużym )(?:atutem|plusem)|\batutem\b|preferowan/;
const MUST =
  /\bmust\b|\bmust-have|\bmandatory\b|(?<!(?:as|when|where|if|not|is|be|are|may be|whenever) )\brequired\b(?! (?:to|by|documentation|reports?|training|information|changes|actions?|forms?))|\b(?:is|are) required\b(?! to)|\brequires?\b(?! you)|(?<!not )\bessential\b(?! (?:dut|func|serv|work|oil|part|role|train|job))|\b(?:is|are) necessary\b|\bnecessary (?:skills|experience|qualifications|knowledge)|\bneed to (?:have|be|hold|possess|demonstrate)|you(?:'ll| will) need\b|\bminimum\b(?: of)? (?:\d|one|two|three|four|five|six|seven|ten)|\bat least (?:\d|one|two|three|four|five)|\d\+ years|indispensables?|impérati|obligatoires?|exigée?s?\b|requise?s?\b|nécessaires?\b|\bminimum \d|\bau moins \d|zwingend|erforderlich|voraussetzung|vorausgesetzt|mindestens \d|\bwymagan|\bkonieczn|niezbędn|\bwarunek|\bmin(?:imum|\.)? \d/;

/** "Three years' experience, ideally in a hospital", "Master's degree (PhD preferred)": the wish is about a detail. */
const ASIDE =
  /\([^()]{0,120}\)|(?<=\S \S{1,40})[,;–-]\s*(?:but |and )?(?:ideally|preferably|idéalement|de préférence|idealerweise|vorzugsweise)\b.*$/g;

/** @param heading what the section's heading says; a cue in the sentence overrides it */
export function readNecessity(sentence: string, heading: Necessity): Necessity {
  const isMust = MUST.test(sentence);
  const core = sentence.replace(ASIDE, ' ');
  // "Bachelor's degree required, Master's preferred": a part of it is needed.
  if (NICE.test(core))
    return isMust && !/\bnot (?:essential|required|necessary|mandatory)\b/.test(sentence) ? 'must' : 'nice';
  return isMust ? 'must' : heading;
}
