/**
 * Ids of postings in, their facts put into memory: one statement, so that all of them are of one moment.
 *
 * A million rows would take minutes through a driver; each posting's rows come as one packed value of 8-byte numbers
 * instead. Skills are numbered within the statement, by a list that comes with the first row.
 */
import { followRows, type WantedIds } from './followed-rows.ts';
import { emptyFacts, UNKNOWN, type AllPostingFacts, type PostingFact } from './posting-facts.ts';
import type { Numbering } from './numbering.ts';
import type { SqlDriver } from './sql-driver.ts';

interface FactRow {
  id: string;
  /** False for a posting that is gone. */
  exists: boolean;
  isDuplicate: boolean;
  isLinked: boolean;
  source: string;
  organisation: string | null;
  employerKey: string | null;
  occupationId: string | null;
  iscoCode: string | null;
  language: string | null;
  regionPath: string[];
  day: number | null;
  skills: Uint8Array | null;
  links: Uint8Array | null;
  requirements: Uint8Array | null;
  /** Of the first row only: skill ids in the order of their numbers. */
  skillIds: string | null;
}

const factsOf = (wanted: string) => `
  with wanted as materialized (${wanted}),
  numbered as materialized (
    select skill_id, (row_number() over (order by skill_id collate "C") - 1)::float8 as number
    from (
      select skill_id from posting_skill where posting_id in (select subject_id from wanted)
      union select skill_id from skill_link where posting_id in (select subject_id from wanted)
    ) as found
  ),
  asked as (
    select posting_id, string_agg(float8send(number) || float8send(round(probability * 4294967296))
      || float8send(round(must_probability * 4294967296))
      || float8send(round(probability * probability * 4294967296)), ''::bytea) as packed
    from posting_skill join numbered using (skill_id)
    where posting_id in (select subject_id from wanted) group by posting_id
  ),
  linked as (
    select posting_id, string_agg(float8send(number) || float8send(requirement_position::float8)
      || float8send(confidence), ''::bytea) as packed
    from skill_link join numbered using (skill_id)
    where posting_id in (select subject_id from wanted) group by posting_id
  ),
  required as (
    select posting_id, string_agg(float8send(position::float8) || float8send(length(text)::float8)
      || float8send(phrase_key), ''::bytea) as packed
    from requirement where posting_id in (select subject_id from wanted) group by posting_id
  )
  select wanted.subject_id as id, posting.id is not null as "exists", duplicate_of is not null as "isDuplicate",
    posting.linker_id is not null as "isLinked", posting.organisation, source, employer_key as "employerKey", occupation_id as "occupationId",
    isco_code as "iscoCode", language, coalesce(array_to_json(region_path), '[]') as "regionPath",
    posted_on - date '1970-01-01' as day, asked.packed as skills, linked.packed as links, required.packed as requirements,
    case when row_number() over () = 1 then (select string_agg(skill_id, chr(10) order by number) from numbered) end
      as "skillIds"
  from wanted
  left join posting on posting.id = wanted.subject_id
  left join asked on asked.posting_id = posting.id
  left join linked on linked.posting_id = posting.id
  left join required on required.posting_id = posting.id`;

export function followPostingFacts(driver: SqlDriver): () => Promise<AllPostingFacts> {
  return followRows(driver, { kind: 'posting', table: 'posting', empty: emptyFacts, read: readPostingFacts });
}

async function readPostingFacts(driver: SqlDriver, wanted: WantedIds, facts: AllPostingFacts): Promise<void> {
  const rows = await driver.query<FactRow>(factsOf(wanted.sql), wanted.parameters);
  const skillIds = rows.find((row) => row.skillIds !== null)?.skillIds?.split('\n') ?? [];
  const skillNumbers = skillIds.map((skillId) => facts.skills.numberOf(skillId));
  for (const row of rows) {
    if (row.exists) facts.byId.set(row.id, factOf(row, skillNumbers, facts));
    else facts.byId.delete(row.id);
  }
  facts.changed();
}

function factOf(row: FactRow, skillNumbers: readonly number[], facts: AllPostingFacts): PostingFact {
  const skillAt = (number: number) => skillNumbers[number] ?? UNKNOWN;
  const requirements = [...rowsOf(row.requirements, 3)];
  const lengthByPosition = new Map(requirements.map(([position = 0, length = 0]) => [position, length]));
  const links = [...rowsOf(row.links, 3)];
  const linkedPositions = new Set(links.map(([, position]) => position));
  return {
    id: row.id,
    isDuplicate: row.isDuplicate,
    isLinked: row.isLinked,
    source: facts.sources.numberOf(row.source),
    organisation: numberOrUnknown(facts.organisations, row.organisation),
    employer: numberOrUnknown(facts.employers, row.employerKey),
    occupation: numberOrUnknown(facts.occupations, row.occupationId),
    isco: numberOrUnknown(facts.iscoCodes, row.iscoCode),
    language: numberOrUnknown(facts.languages, row.language),
    regions: row.regionPath.map((code) => facts.regions.numberOf(code)),
    day: row.day,
    skills: [...rowsOf(row.skills, 4)].flatMap(([number = UNKNOWN, ...sums]) => [skillAt(number), ...sums]),
    links: links.flatMap(([number = UNKNOWN, position = 0, confidence = 0]) => {
      const length = lengthByPosition.get(position);
      // A quote is the text of a requirement: a link without one has nothing to show.
      return length === undefined ? [] : [skillAt(number), position, confidence, length];
    }),
    unlinked: requirements.flatMap(([position = 0, , phraseKey = 0]) =>
      linkedPositions.has(position) ? [] : [facts.phrases.numberOf(phraseKey), position],
    ),
  };
}

function numberOrUnknown(numbering: Numbering, key: string | null): number {
  return key === null ? UNKNOWN : numbering.numberOf(key);
}

const NUMBER_BYTES = 8;

/** PostgreSQL sends numbers with the high byte first. */
function* rowsOf(packed: Uint8Array | null, width: number): Generator<number[]> {
  if (packed === null) return;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let from = 0; from < packed.byteLength; from += width * NUMBER_BYTES) {
    yield Array.from({ length: width }, (_, at) => view.getFloat64(from + at * NUMBER_BYTES));
  }
}
