/**
 * What adverts call occupations that ESCO has under other names, and titles that name none: the table to extend when the
 * nearest label turns a hospital's theatre practitioner into an instructor of performing arts, or when an alias of one trade
 * claims a word of all ("team leader" is an alias of the one who leads a section of a zoo).
 *
 * Read on the titles of hospitals, where most misread ones were. Patterns see the folded title: lower case, words only.
 */
import type { Occupation } from '../domain/occupation.ts';
import { cleanTitle, foldTitle } from './clean-title.ts';

/** The first row whose pattern fits decides; it gives way to a label word for word. */
const TELLING: readonly (readonly [preferredLabel: string, pattern: RegExp])[] = [
  [
    'anaesthetic technician',
    /\b(?:theatre (?:scrub )?|scrub |anaesthetics? |operating department )practitioner|\bodps?\b/,
  ],
  ['specialist nurse', /\b(?:nurse specialist|cns)$|\bspecialist nurse\b/],
  [
    'nurse responsible for general care',
    /\b(?:theatre|scrub|itu|icu|preceptorship|deputy charge|charge|staff|registered|qualified) nurse$|\bpreceptorship\b.*\bnurse|\b(?:junior|deputy) sister\b|^sister\b|\b(?:rmns?|rgns?|rnlds?)\b/,
  ],
  ['nurse assistant', /\bnurs(?:e|ing) associate\b/],
  [
    'specialised doctor',
    /\b(?:psychiatrist|paediatrician|pediatrician|radiologist|neuroradiologist|oncologist|cardiologist|neurologist|gastroenterologist|dermatologist|anaesthetist|anesthesiologist|haematologist|hematologist|obstetrician|gynaecologist|rheumatologist|geriatrician|nephrologist|urologist|ophthalmologist|endocrinologist|intensivist|surgeon)s?\b|\b(?:specialty|speciality|trust|resident) (?:doctor|registrar|medical officer)\b|\bclinical fellow\b|^consultant in .*\b(?:medicine|anaesthetics|psychiatry|surgery|paediatrics|paediatric|radiology|respiratory|oncology|haematology|cardiology|neurology|obstetrics|gastroenterology|dermatology|hiv)\b|^consultant (?:a e|medical|acute|general medicine|community physician)\b|\bconsultant community physician\b/,
  ],
  ['general practitioner', /^(?:salaried )?gp$|\b(?:salaried|locum|partner) gp\b/],
  ['diagnostic radiographer', /\b(?:ultra)?sonographer|\bmammographer/],
  [
    'healthcare assistant',
    /\b(?:health ?care|clinical|maternity) support worker|^(?:(?:male|female|autism|day) )?support (?:workers?|staff)$/,
  ],
  ['building cleaner', /^(?:domestic|housekeeping) (?:assistant|operative)s?$/],
  [
    'administrative assistant',
    /^(?:administrator|admin support)$|\b(?:support|service|team|ward|rota|referrals?|governance|access|clinic|business) administrator$/,
  ],
  ['department manager', /\bward manager\b/],
];

/** Of any trade: without what follows a comma or a dash they name none. */
const UNTELLING =
  /^(?:(?:clinical |deputy |assistant )?team leader|(?:associate |deputy |managing |senior )?director|vice president|(?:associate |project )?scientist(?: i{1,3})?|scientist (?:associate )?scientist|consultant|practitioner|specialist(?: practitioner)?|intern|apprentice|new graduate|(?:general |deputy )?manager|engineering manager|engineer|analyst|officer|coordinator|lead|core|assistant|associate|supervisor|executive|clinical (?:lead|manager|fellowship))$/;

/** Preferred label of the occupation that a title tells of by more than one of the labels; undefined for most. */
export function toldOccupation(title: string): string | undefined {
  const folded = foldTitle(cleanTitle(title));
  return TELLING.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Whether a title could stand over the advert of any trade. */
export function isUntelling(title: string): boolean {
  return UNTELLING.test(foldTitle(cleanTitle(title)));
}

/** Row of each occupation of the table that the taxonomy has, by preferred label. */
export function toldRows(occupations: readonly Pick<Occupation, 'preferredLabel'>[]): ReadonlyMap<string, number> {
  const wanted = new Set(TELLING.map(([label]) => label));
  return new Map(
    occupations.flatMap(({ preferredLabel }, row) =>
      wanted.has(preferredLabel) ? [[preferredLabel, row] as const] : [],
    ),
  );
}
