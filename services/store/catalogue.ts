/**
 * Every credential with what it covers, kept in memory by a process and followed as the store changes. Questions about a
 * whole region need most of a catalogue, and reading thousands of documents for each would take longer than the answer.
 */
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import { compareIds } from '../domain/units.ts';
import { followRows, type WantedIds } from './followed-rows.ts';
import type { SqlDriver } from './sql-driver.ts';
import type { CoveringCredentials, CoveringWishes } from './store.ts';

interface CatalogueEntry {
  credential: Credential;
  /** Null: shared by all. */
  organisation: string | null;
  /** By skill id. */
  coverages: readonly SkillCoverage[];
}

export interface Catalogue {
  find: (id: string) => CatalogueEntry | undefined;
  /** By id; the same array until something changes. */
  entries: () => readonly CatalogueEntry[];
  credentials: () => readonly Credential[];
}

/** All of it, for whoever keeps it up to date. */
export interface WholeCatalogue extends Catalogue {
  byId: Map<string, CatalogueEntry>;
  changed: () => void;
}

export function followCatalogue(driver: SqlDriver): () => Promise<WholeCatalogue> {
  return followRows(driver, { kind: 'credential', table: 'credential', empty: emptyCatalogue, read: readCatalogue });
}

/** The same catalogue as one organisation sees it: shared credentials and its own. */
export function catalogueSeenBy(organisation: string | null): (whole: Catalogue) => Catalogue {
  const isSeen = (entry: CatalogueEntry) => entry.organisation === null || entry.organisation === organisation;
  let all: readonly CatalogueEntry[] | undefined;
  let entries: readonly CatalogueEntry[] = [];
  let credentials: readonly Credential[] | undefined;
  const seen = (whole: Catalogue) => {
    const present = whole.entries();
    if (all !== present) {
      all = present;
      entries = present.filter(isSeen);
      credentials = undefined;
    }
    return entries;
  };
  return (whole) => ({
    find(id) {
      const entry = whole.find(id);
      return entry !== undefined && isSeen(entry) ? entry : undefined;
    },
    entries: () => seen(whole),
    credentials() {
      const own = seen(whole);
      return (credentials ??= own.map(({ credential }) => credential));
    },
  });
}

function emptyCatalogue(): WholeCatalogue {
  const byId = new Map<string, CatalogueEntry>();
  let entries: CatalogueEntry[] | undefined;
  let credentials: Credential[] | undefined;
  const ordered = () => (entries ??= [...byId.values()].sort((a, b) => compareIds(a.credential.id, b.credential.id)));
  return {
    byId,
    find: (id) => byId.get(id),
    entries: ordered,
    credentials: () => (credentials ??= ordered().map(({ credential }) => credential)),
    changed() {
      entries = undefined;
      credentials = undefined;
    },
  };
}

async function readCatalogue(driver: SqlDriver, wanted: WantedIds, catalogue: WholeCatalogue): Promise<void> {
  const rows = await driver.query<{
    id: string;
    document: Credential | null;
    organisation: string | null;
    coverages: SkillCoverage[] | null;
  }>(
    `with wanted as materialized (${wanted.sql}),
       covered as (
         select credential_id, json_agg(json_build_object('credentialId', credential_id, 'skillId', skill_id,
           'coverage', coverage, 'state', state, 'outcome', json_build_object('text', outcome_text,
           'source', outcome_source, 'start', start_offset, 'end', end_offset)) order by skill_id collate "C") as coverages
         from skill_coverage where credential_id in (select subject_id from wanted) group by credential_id)
     select wanted.subject_id as id, document, organisation, coverages from wanted
     left join credential on credential.id = wanted.subject_id
     left join covered on covered.credential_id = wanted.subject_id`,
    wanted.parameters,
  );
  for (const { id, document, organisation, coverages } of rows) {
    if (document === null) catalogue.byId.delete(id);
    else catalogue.byId.set(id, { credential: document, organisation, coverages: coverages ?? [] });
  }
  catalogue.changed();
}

/** The answer of covering-credentials.ts, from memory. */
export function coveringIn(
  catalogue: Catalogue,
  skillIds: readonly string[],
  { languages, maxHours, titles = [] }: CoveringWishes,
): CoveringCredentials {
  const skills = new Set(skillIds);
  const primary = languages?.map(primaryLanguage);
  const held = new Set(titles.map((title) => title.trim().toLowerCase()));
  const wanted = catalogue.entries().filter(({ credential, coverages }) => {
    if (held.has(credential.title.trim().toLowerCase())) return true;
    const { language, workloadHours } = credential;
    const isWished =
      (primary === undefined || (language !== null && primary.includes(primaryLanguage(language)))) &&
      (maxHours === undefined || (workloadHours !== null && workloadHours <= maxHours));
    return isWished && coverages.some(({ skillId, coverage }) => coverage > 0 && skills.has(skillId));
  });
  const found = withPrerequisites(wanted, catalogue);
  return {
    credentials: found.map(({ credential }) => credential),
    coverages: found.flatMap(({ coverages }) =>
      coverages.filter(({ skillId, coverage }) => coverage > 0 && skills.has(skillId)),
    ),
  };
}

/** Everything needed first, and what that needs. Circles end where they begin; what nobody knows is left out. */
function withPrerequisites(wanted: readonly CatalogueEntry[], { find }: Catalogue): CatalogueEntry[] {
  const found = new Set(wanted);
  // A set visits what is added to it while it is walked.
  for (const { credential } of found) {
    for (const id of credential.prerequisiteIds) {
      const entry = find(id);
      if (entry !== undefined) found.add(entry);
    }
  }
  return [...found].sort((a, b) => compareIds(a.credential.id, b.credential.id));
}

function primaryLanguage(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

export function coverageIn(catalogue: Catalogue, skillIds: readonly string[]): SkillCoverage[] {
  const skills = new Set(skillIds);
  return catalogue.entries().flatMap(({ coverages }) => coverages.filter(({ skillId }) => skills.has(skillId)));
}
