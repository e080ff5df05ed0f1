/**
 * Names that often mean something else: technologies that are also everyday words or single letters (Go, R, Swift, Chef),
 * languages ("millions of French people"), and what an employer sells ("a SaaS company").
 *
 * They count only beside something that shows that the skill is meant; technologies only with their own spelling, too.
 */

const EVERYDAY_WORDS = new Set(
  (
    'less access ada ansible apex assembly basic blaze brave c cake chef cloud cobalt crystal d dart delphi dragon drill eclipse edge elm ember excel ' +
    'express flash flask flex flow forth go groovy hack haste hive ideal impala io java julia keynote ladder lean lisp logic maple mercury mint nice ' +
    'notes numbers oracle pages pig planner prolog publisher puppet q r rex ruby rust s sage salt scheme scratch sketch slack source spark spring sql square ' +
    'stata swift tableau teams think unity vagrant vision visual watson word zoom'
  ).split(' '),
);

/** Common words here but names almost always when capitalised in a posting: the case alone settles them. */
const CASE_SETTLES = new Set([
  'excel',
  'java',
  'julia',
  'oracle',
  'sql',
  'tableau',
  'ansible',
  'lisp',
  'prolog',
  'delphi',
  'stata',
  'cobalt',
  'vagrant',
]);

const TECHNOLOGY = new RegExp(
  String.raw`\b(?:python|java|javascript|typescript|sql|c\+\+|c#|scala|perl|php|ruby|matlab|sas|spss|stata|hadoop|spark|hive|kafka|tableau|linux|unix|bash|shell|` +
    String.raw`aws|azure|gcp|docker|kubernetes|jenkins|git|react|angular|node|numpy|pandas|tensorflow|pytorch|excel|powerpoint|word|outlook|office|` +
    String.raw`program(?:ming|mes?|s)?|languages?|scripting|coding|software|developer|framework|databases?|statistical|packages?|tools?|technolog\w+)\b|[+#]{1,2}`,
  'iu',
);

/** How far to either side a sign of technology may stand, in characters. */
const REACH = 60;

/** Languages of ESCO that adverts name. */
const LANGUAGES = new Set(
  (
    'finnish spanish macedonian estonian malay chinese slovak danish kurdish arabic ukrainian japanese german romanian portuguese persian latvian russian croatian english ' +
    'belarusian swedish norwegian italian hebrew welsh catalan irish slovenian gujarati icelandic basque bosnian turkish georgian lithuanian urdu vietnamese serbian dutch maltese ' +
    'bulgarian hindi czech hungarian punjabi french tamil greek bengali albanian kazakh polish korean armenian'
  ).split(' '),
);

/** What is of a country, not in its language: "millions of French people", "the English Medical Performers List". */
const OF_THE_COUNTRY =
  /^\s+(?:people|population|public|citizens?|nationals?|market|compan(?:y|ies)|start-?ups?|leaders?|groups?|subsidiary|teams?|offices?|customers?|clients?|law|government|economy|societ(?:y|ies)|culture|heritage|tech|ecosystem|army|national|medical)(?![\p{L}\p{N}])/iu;

const SOLD = new Set(['saas']);

/** "A SaaS company": the business of the employer. */
const SELLER =
  /^\W*(?:compan(?:y|ies)|business(?:es)?|start-?ups?|providers?|vendors?|firms?|sales|customers?|clients?|industry|products?|platforms?|solutions?|organi[sz]ations?)\b/iu;

export function isAmbiguousName(label: string): boolean {
  const folded = label.toLowerCase();
  return label.length <= 2 || EVERYDAY_WORDS.has(folded) || LANGUAGES.has(folded) || SOLD.has(folded);
}

/**
 * Whether an ambiguous name at [start, end) means the skill.
 * @param label as the taxonomy spells it
 */
export function meansSkill(label: string, text: string, start: number, end: number): boolean {
  const folded = label.toLowerCase();
  if (LANGUAGES.has(folded)) return !OF_THE_COUNTRY.test(text.slice(end));
  if (SOLD.has(folded)) return !SELLER.test(text.slice(end)) && !/\bcompany\b/iu.test(around(text, start, end));
  // Nearly always short for machine learning.
  if (folded === 'ml') return /\b(?:standard ml|sml|ocaml|haskell)\b/iu.test(around(text, start, end));
  if (folded === 'source' && /\bopen[\s-]$/iu.test(text.slice(0, start))) return false;
  return text.slice(start, end) === label && namesTechnologyNearby(text, start, end);
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`;
}

/** True when the words around [start, end) speak of technology, and the name is not a part of another ("R&D", "C-suite"). */
function namesTechnologyNearby(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (/^\s?[&]|^[-'’]\p{L}/u.test(text.slice(end)) || /[&]\s?$|\p{L}[-'’]$/u.test(text.slice(0, start))) return false;
  // The registry of a certificate: "R.T.(R)", "(ARRT)(R)", not "statistics (R)".
  if (/[^\s]\($/u.test(text.slice(0, start)) && text[end] === ')') return false;
  if (CASE_SETTLES.has(name.toLowerCase())) return true;
  return TECHNOLOGY.test(around(text, start, end));
}
