/** Counts of everything, and names by the beginnings of their words: full-text indexes of PostgreSQL. */
import type { DirectoryStore, FoundConcept, FoundPosting, StoreOverview } from './directory-store.ts';
import { idsParameter, storableText, type SqlDriver } from './sql-driver.ts';
import { isVisible, type View } from './view.ts';

export function postgresDirectory(driver: SqlDriver, view: View = 'everything'): DirectoryStore {
  const findConcepts = async (
    kind: 'skill' | 'occupation',
    text: string,
    frameworks: readonly string[],
    limit: number,
  ) => {
    const words = wordsQuery(text);
    if (words === null) return [];
    return driver.query<FoundConcept>(conceptsSql(kind), [words, plain(text), idsParameter(frameworks), limit]);
  };

  return {
    overview: () => overview(driver, view),
    findSkills: (text, frameworks, limit) => findConcepts('skill', text, frameworks, limit),
    findOccupations: (text, frameworks, limit) => findConcepts('occupation', text, frameworks, limit),

    async findCredentials(text, limit) {
      const words = wordsQuery(text);
      if (words === null) return [];
      const rows = await driver.query<{ id: string }>(
        `select id from credential where ${isVisible(view, 'credential')}
           and to_tsvector('simple', title || ' ' || coalesce(provider, '')) @@ to_tsquery('simple', $1)
         order by ${closeness('title')}, id collate "C" limit $3`,
        [words, plain(text), limit],
      );
      return rows.map(({ id }) => id);
    },

    async findPostings(text, limit) {
      const words = wordsQuery(text);
      if (words === null) return [];
      return driver.query<FoundPosting>(
        `select id, title, employer, place, posted_on::text as "postedOn" from posting
         where duplicate_of is null and ${isVisible(view, 'posting')}
           and to_tsvector('simple', title || ' ' || coalesce(employer, '')) @@ to_tsquery('simple', $1)
         order by posted_on desc nulls last, id collate "C" limit $2`,
        [words, limit],
      );
    },
  };
}

/** Beginnings of words, all of them wanted; null for a text without a word. */
function wordsQuery(text: string): string | null {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}

function plain(text: string): string {
  return storableText(text).trim().toLowerCase();
}

/**
 * Called so, holds it as whole words, begins so, shorter: who types "data" means "data analysis" before "Datadog". $2 is the text
 * in small letters.
 */
function closeness(column: string): string {
  const holdsWords = `(to_tsvector('simple', ${column}) @@ plainto_tsquery('simple', $2)) desc`;
  return `(lower(${column}) = $2) desc, ${holdsWords}, starts_with(lower(${column}), $2) desc, length(${column})`;
}

/** Of the labels of one concept the closest; preferred ones win a tie. */
function conceptsSql(kind: 'skill' | 'occupation'): string {
  const type = kind === 'skill' ? 'concept.skill_type' : `''`;
  return `
    with labelled as (
      select id, preferred_label as label, 0 as place from ${kind}
      where to_tsvector('simple', preferred_label) @@ to_tsquery('simple', $1)
      union all
      select ${kind}_id, label, 1 from ${kind}_label where to_tsvector('simple', label) @@ to_tsquery('simple', $1)
    ), closest as (
      select distinct on (id) id, label, place from labelled order by id, ${closeness('label')}, place, label
    )
    select concept.id, concept.preferred_label as label, concept.framework, ${type} as type, closest.label as found
    from closest join ${kind} concept on concept.id = closest.id
    where concept.framework in (select json_array_elements_text($3::json))
    order by ${closeness('closest.label')}, place, concept.id collate "C" limit $4`;
}

async function overview(driver: SqlDriver, view: View): Promise<StoreOverview> {
  const [row] = await driver.query<{
    raw: number;
    n: number;
    employers: number;
    duplicates: number;
    credentials: number;
    linked: number;
    providers: number;
    since: string | null;
    until: string | null;
  }>(
    `select (select count(*)::int from raw_posting where ${isVisible(view, 'raw_posting')}) as raw,
       count(*) filter (where duplicate_of is null and linker_id is not null)::int as n,
       count(distinct employer_key) filter (where duplicate_of is null and linker_id is not null)::int as employers,
       count(duplicate_of)::int as duplicates,
       min(posted_on) filter (where duplicate_of is null)::text as since,
       max(posted_on) filter (where duplicate_of is null)::text as until,
       (select count(*)::int from credential where ${isVisible(view, 'credential')}) as credentials,
       (select count(linker_id)::int from credential where ${isVisible(view, 'credential')}) as linked,
       (select count(distinct provider)::int from credential where ${isVisible(view, 'credential')}) as providers
     from posting where ${isVisible(view, 'posting')}`,
  );
  const sources = (table: 'posting' | 'credential') =>
    driver.query<{ source: string; count: number }>(
      `select source, count(*)::int as count from ${table} where ${isVisible(view, table)} group by source order by 2 desc, source collate "C"`,
    );
  return {
    postings: {
      raw: row?.raw ?? 0,
      n: row?.n ?? 0,
      employers: row?.employers ?? 0,
      duplicatesRemoved: row?.duplicates ?? 0,
    },
    credentials: { n: row?.credentials ?? 0, linked: row?.linked ?? 0, providers: row?.providers ?? 0 },
    window: { since: row?.since ?? null, until: row?.until ?? null },
    postingSources: await sources('posting'),
    credentialSources: await sources('credential'),
  };
}
