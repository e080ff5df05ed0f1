/**
 * An employer's name in, the name cleaned for display and the key under which two spellings count as one out.
 *
 * The key drops the legal form, never a word of the name: "CGI France" and "CGI" stay two, because "Air France" and
 * "Air" are. "X NHS Foundation Trust" and "X NHS Trust" are one house (foundation status is a licence a trust gains;
 * in the data no two trusts differ by it alone), but a hospital without the word Trust stays apart.
 */
import { decodeEntities } from './html.ts';
import { foldText } from './fold-text.ts';

/** Legal forms as they read after folding, longest first; removed at the end of a name as often as they stand there. */
const LEGAL_FORMS =
  'spolka z ograniczona odpowiedzialnoscia spolka komandytowa|spolka z ograniczona odpowiedzialnoscia|spolka komandytowo akcyjna|spolka komandytowa|spolka akcyjna|spolka jawna|spolka cywilna|spolka z o o|sp z oo|sp z o o|spolka|sp k|spk|sp j|spj|s k a|s c|oddzial w polsce|gmbh co kg|gmbh and co kg|gmbh co kgaa|ges m b h|gesellschaft mit beschrankter haftung|aktiengesellschaft|mbh|gmbh|kgaa|ohg|gbr|e v|e k|se co kg|societe anonyme|societe par actions simplifiee|sasu|sas|sarl|s a r l|s a s|eurl|sca|sci|scop|limited liability company|incorporated|corporation|limited|community interest company|cic|public limited company|plc|p l c|ltd|llc|l l c|llp|l l p|inc|corp|co inc|co ltd|company|l p|pty|pvt|b v|bv|n v|nv|s p a|spa|s r l|srl|s l u|s l|oy|oyj|ab|a s|aps|kft|d o o|s r o|sa|s a|se|ag|kg|dac|clg|teo'
    .split('|')
    .sort((a, b) => b.length - a.length);
const TRAILING_LEGAL_FORM = new RegExp(`^(.+?) (?:${LEGAL_FORMS.join('|')})$`);
const MAX_NAME_LENGTH = 300;
/** Rating glued to the name by a job board: "Tecolote Research\n3.8". */
const TRAILING_RATING = /\s*[\r\n]\s*[0-5](?:\.\d)?\s*★?\s*$/;
/** "(CWPT)", "(CA)", "(lemonaid.com)": an abbreviation, a state or a site, no part of the name. "(UK) Ltd" is not at the end. */
const TRAILING_BRACKETS = /\s*\((?:[\p{Lu}\d&.-]{2,8}|[^()\s]+\.[a-z]{2,4})\)\s*$/u;
const RECRUITING_OFFICE = /(?:trust|ltd|plc|inc|gmbh)\s*[-:–]\s*(?:medical\s+)?(?:recruitment|resourcing)\s*$/i;
/** What boards write when they hide the employer: many employers, so no key may unite them. */
const HIDDEN =
  /^(?:|\d|unknown|none|n a|na|null|confidential|anonymous|anonyme|confidentiel|vertraulich|non specific employer|klient|klient (?:portalu )?\S+(?: \S+)?|kontakt przez pup|centralna baza ofert pracy)$/;

/** The name fit to be shown, or null when the field holds none ("", "-1"). */
export function cleanEmployer(name: string | null): string | null {
  if (name === null) return null;
  const written = name.slice(0, MAX_NAME_LENGTH);
  // Twice: "Johnson &amp;amp; Johnson" is in the data.
  const clean = decodeEntities(decodeEntities(written.replace(TRAILING_RATING, '')))
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/"{2,}/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  return clean === '' || clean === '-1' ? null : clean;
}

/** The key, or null when the name is missing or says that the employer is hidden. */
export function foldEmployer(name: string | null): string | null {
  const clean = cleanEmployer(name);
  if (clean === null) return null;
  const shown = clean
    .replace(RECRUITING_OFFICE, (office) => office.split(/[-:–]/)[0] ?? '')
    .replace(TRAILING_BRACKETS, '');
  let key = foldText(
    shown
      .replaceAll('&', ' and ')
      .replaceAll('+', ' plus ')
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, ''),
  )
    .replace(/^the (?=.)/, '')
    .replace(/\bnhs foundation trust\b/, 'nhs trust');
  for (let match = TRAILING_LEGAL_FORM.exec(key); match?.[1] !== undefined; match = TRAILING_LEGAL_FORM.exec(key)) {
    key = match[1].replace(/ and$/, '');
  }
  return HIDDEN.test(key) ? null : key;
}
