/**
 * What posting fields are called elsewhere: in schema.org, in the exports people have, in our own camelCase.
 *
 * Names are folded (lower case, letters and digits only), best first. `--map` overrides them field by field.
 */
import type { FieldMap, FieldNames } from '../files/pick-fields.ts';

export const postingFieldNames = {
  id: ['id', 'identifier', 'postingid', 'jobid', 'uuid', 'guid'],
  source: ['source'],
  url: ['url', 'link', 'joburl', 'postingurl'],
  licence: ['licence', 'license'],
  title: ['title', 'jobtitle', 'positiontitle', 'position', 'name'],
  description: ['description', 'jobdescription', 'descriptiontext', 'text', 'body'],
  employer: [
    'employer',
    'hiringorganization',
    'hiringorganisation',
    'company',
    'companyname',
    'employername',
    'organization',
  ],
  place: ['place', 'location', 'joblocation', 'city', 'addresslocality'],
  region: ['region', 'state', 'addressregion'],
  country: ['country', 'countrycode', 'addresscountry'],
  language: ['language', 'lang', 'inlanguage'],
  postedOn: ['postedon', 'dateposted', 'posteddate', 'publishedon', 'publicationdate', 'posted'],
  validUntil: ['validuntil', 'validthrough', 'expireson', 'expirydate', 'closingdate', 'deadline'],
  employmentType: ['employmenttype', 'contracttype', 'contract'],
  industry: ['industry', 'employersector', 'sector'],
  salary: ['salary', 'basesalary', 'estimatedsalary'],
  requirements: ['requirements', 'ksastatements'],
  qualifications: ['qualifications'],
  skills: ['skills'],
  experience: ['experiencerequirements'],
  education: ['educationrequirements'],
  responsibilities: ['responsibilities'],
} as const satisfies FieldNames<string>;

export type PostingField = keyof typeof postingFieldNames;
export type PostingFieldMap = FieldMap<PostingField>;

/** Fields that join the description, under these headings and in this order: the linker reads one text. */
export const headingByField = {
  requirements: 'Requirements',
  qualifications: 'Qualifications',
  skills: 'Skills',
  experience: 'Experience',
  education: 'Education',
  responsibilities: 'Responsibilities',
} as const satisfies Partial<Record<PostingField, string>>;

export const sectionFields = Object.keys(headingByField) as (keyof typeof headingByField)[];
