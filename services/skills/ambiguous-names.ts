/**
 * Names of technologies that are also everyday words or single letters: Go, R, Swift, Chef.
 *
 * They count only with their own spelling, and only beside something that shows that technology is meant.
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

export function isAmbiguousName(label: string): boolean {
  return label.length <= 2 || EVERYDAY_WORDS.has(label.toLowerCase());
}

/** True when the words around [start, end) speak of technology, and the name is not a part of another ("R&D", "C-suite"). */
export function namesTechnologyNearby(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (/^\s?[&]|^[-'’]\p{L}/u.test(text.slice(end)) || /[&]\s?$|\p{L}[-'’]$/u.test(text.slice(0, start))) return false;
  if (CASE_SETTLES.has(name.toLowerCase())) return true;
  const around = `${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`;
  return TECHNOLOGY.test(around);
}
