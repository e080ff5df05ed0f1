/**
 * One record of a posting source in, the payload every source is translated into out. Unknown stays null.
 *
 * schema.org nests what others write flat (`hiringOrganization.name`, `jobLocation.address`). What such an object
 * says beyond the one value we take stays in `raw`.
 */
import type { PostingPayload } from '../domain/posting.ts';
import type { PickedFields } from '../files/pick-fields.ts';
import { isRecord, RecordFields } from '../files/record-fields.ts';
import { sectionFields } from './posting-fields.ts';
import type { PostingField } from './posting-fields.ts';
import { joinSections } from './posting-sections.ts';
import type { SectionItems } from './posting-sections.ts';

export interface ReadPosting {
  /** The source's own id. */
  id: string | null;
  source: string | null;
  url: string | null;
  licence: string | null;
  payload: PostingPayload;
}

/**
 * @param where file and line, for error messages
 * @throws InvalidInputError naming the first field that is missing or of a wrong type
 */
export function toPostingPayload({ valueByField, rest }: PickedFields<PostingField>, where: string): ReadPosting {
  const raw: Record<string, unknown> = { ...rest };
  const flat = new Map(valueByField);
  for (const field of ['employer', 'industry', 'employmentType', 'id'] as const) {
    const value = valueByField.get(field);
    flat.set(field, flattenName(value));
    if (isRecord(value)) raw[field] = value;
  }
  const location = valueByField.get('place');
  if (typeof location === 'object' && location !== null) {
    const place = flattenLocation(location);
    flat.set('place', place.locality);
    if (!flat.has('region')) flat.set('region', place.region);
    if (!flat.has('country')) flat.set('country', place.country);
    raw['place'] = location;
  }

  const itemsByField: SectionItems = {};
  for (const field of sectionFields) {
    const items = toItems(valueByField.get(field));
    if (items) itemsByField[field] = items;
    else raw[field] = valueByField.get(field);
  }
  const fields = new RecordFields(flat, where);
  const title = fields.requiredText('title');
  const description = joinSections(fields.text('description') ?? '', itemsByField);
  if (description === '') fields.refuse('description', 'is missing or empty; give every posting one');
  return {
    id: fields.text('id'),
    source: fields.text('source'),
    url: fields.text('url'),
    licence: fields.text('licence'),
    payload: {
      title,
      description,
      employer: fields.text('employer'),
      place: fields.text('place'),
      region: fields.text('region'),
      country: fields.text('country'),
      language: fields.text('language'),
      postedOn: fields.text('postedOn'),
      validUntil: fields.text('validUntil'),
      employmentType: fields.text('employmentType'),
      industry: fields.text('industry'),
      salary: fields.value('salary'),
      raw,
    },
  };
}

/** The name of an object, all of a list, a number as text; anything else as it is, for its reader to judge. */
function flattenName(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (isRecord(value)) return value['name'] ?? value['value'] ?? value['@id'] ?? null;
  if (!Array.isArray(value)) return value ?? null;
  const names = value.map(flattenName).filter((name) => typeof name === 'string');
  return names.length === 0 ? null : names.join(', ');
}

interface FlatLocation {
  locality: unknown;
  region: unknown;
  country: unknown;
}

/** Of several places the first: a posting belongs to one region. */
function flattenLocation(location: object): FlatLocation {
  const first: unknown = Array.isArray(location) ? location[0] : location;
  if (!isRecord(first)) return { locality: first ?? null, region: null, country: null };
  const address = first['address'] ?? first;
  if (!isRecord(address)) return { locality: address, region: null, country: null };
  return {
    locality: address['addressLocality'] ?? first['name'] ?? null,
    region: address['addressRegion'] ?? null,
    country: flattenName(address['addressCountry']),
  };
}

/** Undefined for an object, which says more than a bullet could. */
function toItems(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  const items: unknown[] = Array.isArray(value) ? value.map(flattenName) : [value];
  return items.every((item) => typeof item === 'string') ? items : undefined;
}
