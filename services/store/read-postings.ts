/** The sentences of postings of a scope, or of the rest, with the links in them: one query for a sample that stays the same. */
import type { SqlDriver } from './sql-driver.ts';
import { isVisible, type View } from './view.ts';

/** What one posting asks for, sentence by sentence, with the places where a skill was read. Ordered by position. */
export interface ReadPosting {
  postingId: string;
  title: string;
  employer: string | null;
  employerKey: string | null;
  place: string | null;
  /** Offsets of links count into the sentence. Left out for postings outside the scope. */
  sentences: { text: string; links: { start: number; end: number; confidence: number }[] }[];
}

/** @param filter conditions on `posting`, its parameters numbered from 3; what is elsewhere is seen through the view, too */
export async function readPostings(
  driver: SqlDriver,
  filter: { sql: string; parameters: readonly unknown[] },
  side: 'inside' | 'outside',
  language: string,
  limit: number,
  view: View,
): Promise<ReadPosting[]> {
  const isInside = side === 'inside';
  const links = isInside
    ? `(select json_agg(json_build_object('start', l.start_offset - r.start_offset, 'end', l.end_offset - r.start_offset,
           'confidence', l.confidence) order by l.start_offset, l.skill_id)
         from skill_link l where l.posting_id = r.posting_id and l.requirement_position = r.position)`
    : 'null';
  return driver.query<ReadPosting>(
    `with chosen as (
       select id, title, employer, employer_key, place from posting
       where duplicate_of is null and linker_id is not null and coalesce(language, $1) = $1
         and ${isVisible(view, 'posting')}
         and (${filter.sql}) is ${isInside ? 'true' : 'not true'}
       order by md5(id), id limit $2)
     select chosen.id as "postingId", chosen.title, chosen.employer, chosen.employer_key as "employerKey", chosen.place,
       coalesce(json_agg(json_build_object('text', r.text, 'links', coalesce(${links}, '[]'::json)) order by r.position)
         filter (where r.posting_id is not null), '[]'::json) as sentences
     from chosen left join requirement r on r.posting_id = chosen.id
     group by chosen.id, chosen.title, chosen.employer, chosen.employer_key, chosen.place order by chosen.id collate "C"`,
    [language, limit, ...filter.parameters],
  );
}
