/**
 * A posting's title in, the words that name the work out.
 *
 * A title is an advert, not an occupation: grades, places, hours and gender marks are cut off first, and what was cut
 * never counts against a label.
 */
import { foldWord, wordsOf } from './words.ts';

/**
 * What a title says beside the work, in the order it is cut. A word that also names work is cut only where it does not:
 * "Bank Nurse" is casual staff of the NHS, "Bank Manager" is not; "Lead Nurse" is a grade, "Infection Control Lead" the
 * role. Read on the labels of ESCO and the titles of 6,000 real postings.
 */
const NOISE = [
  /\((?:[^()]*)\)|\[[^\]]*\]/gu, // (m/w/d), (Bank), [remote]
  /\b[mfwdhx](?:\s?[/|]\s?[mfwdhx]){1,2}\b/giu, // H/F, m/w/d
  /(?<=\p{L}{3})[.·]e(?![\p{L}\p{N}])/giu, // Consultant.e
  /\b(?:band|grade|level|gs|afc)\s*-?\s*(?:\d+\w?|[ivx]+)(?:\s*(?:-|\/|to)\s*(?:band\s*)?\d+\w?)?\b/giu,
  /\b(?:full|part)[- ]time\b|\b(?:fixed[- ]term(?:\s+contract)?|locum|nights|weekends?|maternity cover|secondment|apprenticeship)\b/giu,
  /\b(?:staff\s+bank|permanent(?!\s+(?:way|secretary))|temporary(?!\s+(?:labour|staff|works))|remote(?!\s+(?:sens|pilot|head))|hybrid(?!\s+(?:engine|cloud|vehicle)))\b/giu,
  /\bcontract(?=\s*(?:$|[-–|,]|position|role|post))/giu,
  /(?<!\b(?:blood|central|commercial|corporate|food|investment|national|private|retail|tissue)\s)\bbank\b(?!\s+(?:and|accounts?|advis[eo]r|auditor|branch|business|cashier|clerk|compliance|counter|directors?|examiner|executive|foreign|governors?|loan|managers?|office|officer|operations|products?|relationship|risk|teller|treasurer|vault)\b)/giu,
  /\bnight(?=\s+(?:shift|support|care|staff|registered|qualified|nurse|unit|practitioner)\b)/giu,
  /\b(?:senior|junior|sr|jr|experienced|entry[- ]level|mid[- ]level|associate(?=\s+(?:data|software|product|engineer|scientist|analyst))|confirmée?|débutante?|expérimentée?)(?![\p{L}\p{N}])\.?(?:\s*\/\s*)?/giu,
  // Before the work these are grades, after it they are the work: vice principal, physiotherapy lead, specialty trainee.
  /(?<![\p{L}\p{N}]\s+)\b(?:lead|principal(?=[,/]?\s*\p{L})|staff(?!\s+(?:nurse|sergeant|managers?|development|supervisor|train|member|grade))|graduate|trainee|alternance|alternante?|stagiaire)(?![\p{L}\p{N}])(?:\s*\/\s*)?/giu,
  /\b(?:i{1,3}|iv|[1-5])\b(?=\s*$|\s*[-–,|])/giu,
  /(?:£|\$|€|eur\s|usd\s)\s?[\d,.]+k?(?:\s?(?:-|to)\s?(?:£|\$|€)?[\d,.]+k?)?/giu,
];

/** A piece that says how somebody is employed and nothing of the work: "Stage - 6 mois - Data Engineer". */
const TERMS_ONLY =
  /^(?:stage(?:\s+de\s+fin\s+d['’ ]?[ée]tudes?)?|cd[id]|internship|contract|\d+\s*(?:mois|months?)(?:\s+contract)?)$/iu;

/** The part of a title that names the work: before the first comma, dash or bar that leaves something to read. */
export function cleanTitle(title: string): string {
  const pieces = withoutNoise(title)
    .split(/\s[-–—|]\s|[|,:;]|\s@\s|\s-|\bat\b(?=\s\p{Lu})/u)
    .map(trimSigns)
    .filter((piece) => wordsOf(piece).length > 0);
  return pieces.find((piece) => !TERMS_ONLY.test(piece)) ?? pieces[0] ?? title.trim();
}

/**
 * The same title with everything that follows, too: "Teachers, Postsecondary" and "Nurse - Intensive Care" say there which
 * teacher and which nurse, others only where.
 */
export function bareTitle(title: string): string {
  const bare = trimSigns(
    withoutNoise(title)
      .replace(/\s[-–—|@]\s|[|]/gu, ', ')
      .replace(/\s*,[\s,]*/gu, ', '),
  );
  return wordsOf(bare).length > 0 ? bare : title.trim();
}

function withoutNoise(title: string): string {
  // Two spellings of one word, of which labels have the one.
  const spelled = title.normalize('NFKC').replace(/\bco-(?=ordinat)/giu, 'co');
  return NOISE.reduce((text, noise) => text.replace(noise, ' '), spelled);
}

function trimSigns(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^(?:[\s\-–/&,]|\.(?!NET\b))+|[\s\-–/.&,]+$/giu, '');
}

/** How labels and titles are compared word for word: words only, in lower case. */
export function foldTitle(title: string): string {
  return wordsOf(title)
    .map((word) => foldWord(word.text))
    .join(' ');
}
