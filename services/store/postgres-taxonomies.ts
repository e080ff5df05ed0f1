/** Taxonomy tables: releases are replaced whole, in one transaction. */
import type { CoreSkill, Skill } from '../domain/skill.ts';
import type { Occupation } from '../domain/occupation.ts';
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import { insertRows, type SqlDriver } from './sql-driver.ts';
import { saveReleaseRows } from './release-rows.ts';
import type { ConceptLabel, SameSkill, TaxonomyStore, TaxonomySummary } from './store.ts';

const SKILL_COLUMNS = `
  skill.id, skill.framework, skill.preferred_label as "preferredLabel", skill.description,
  skill.skill_type as "skillType", skill.reuse_level as "reuseLevel",
  coalesce((select json_agg(label order by label) from skill_label l join taxonomy_release r
     on r.framework = skill.framework and r.is_active and r.language = l.language
     where l.skill_id = skill.id and l.kind = 'alternative'), '[]'::json) as "altLabels",
  '[]'::json as "hiddenLabels"`;

export function postgresTaxonomies(driver: SqlDriver): TaxonomyStore {
  return {
    saveRelease: (release, contentHash, importedAt) =>
      driver.transaction((transaction) => saveRelease(transaction, release, contentHash, importedAt)),

    async saveCoreSkills(skills, links) {
      await driver.transaction(async (transaction) => {
        await insertRows(
          transaction,
          'core_skill',
          {
            id: 'text',
            list_year: 'integer',
            rank: 'integer',
            name: 'text',
            cluster: 'text',
            skill_group: 'text',
            definition: 'text',
          },
          skills.map((skill) => ({
            ...skill,
            list_year: skill.listYear,
            cluster: skill.group,
            skill_group: skill.skillGroup,
          })),
          `on conflict (id) do update set list_year = excluded.list_year, rank = excluded.rank, name = excluded.name,
             cluster = excluded.cluster, skill_group = excluded.skill_group, definition = excluded.definition`,
        );
        for (const framework of new Set(links.map((link) => link.framework))) {
          await transaction.query('delete from core_skill_link where framework = $1', [framework]);
        }
        await insertRows(
          transaction,
          'core_skill_link',
          {
            core_skill_id: 'text',
            framework: 'text',
            skill_id: 'text',
            kind: 'text',
            relation: 'text',
            rationale: 'text',
          },
          links.map((link) => ({ ...link, core_skill_id: link.coreSkillId, skill_id: link.skillId })),
          'on conflict do nothing',
        );
      });
    },

    activeReleases: () =>
      driver.query<TaxonomySummary>(
        'select framework, version, language, counts from taxonomy_release where is_active order by framework, language',
      ),

    skills: (framework) =>
      driver.query<Skill>(`select ${SKILL_COLUMNS} from skill where framework = $1 order by id`, [framework]),

    async skillsById(ids) {
      const rows = await driver.query<Skill>(
        `select ${SKILL_COLUMNS} from skill where id in (select json_array_elements_text($1::json))`,
        [JSON.stringify(ids)],
      );
      return new Map(rows.map((skill) => [skill.id, skill]));
    },

    skillLabels: (framework) =>
      driver.query<ConceptLabel>(
        `select l.skill_id as "conceptId", l.language, l.kind, l.label from skill_label l join skill on skill.id = l.skill_id
         where skill.framework = $1 order by l.skill_id, l.language, l.kind desc, l.label`,
        [framework],
      ),

    sameSkills: (framework) =>
      driver.query<SameSkill>(
        `select from_id as "skillId", to_id as "sameAs" from skill_skill
         where framework = $1 and relation = 'same' order by 1, 2`,
        [framework],
      ),

    occupations: (framework) =>
      driver.query<Occupation>(
        `select id, framework, preferred_label as "preferredLabel", description, isco_code as "iscoCode", code,
           coalesce((select json_agg(distinct label order by label) from occupation_label l
             where l.occupation_id = occupation.id and l.label <> occupation.preferred_label), '[]'::json) as "altLabels"
         from occupation where framework = $1 order by id`,
        [framework],
      ),

    occupationLabels: (framework) =>
      driver.query<ConceptLabel>(
        `select l.occupation_id as "conceptId", l.language, l.kind, l.label
         from occupation_label l join occupation on occupation.id = l.occupation_id
         where occupation.framework = $1 order by l.occupation_id, l.language, l.kind desc, l.label`,
        [framework],
      ),

    occupationSkillIds: (occupationIds) =>
      driver.query(
        `select skill_id as "skillId", min(relation) as relation from occupation_skill
         where occupation_id in (select json_array_elements_text($1::json)) group by skill_id order by skill_id`,
        [JSON.stringify(occupationIds)],
      ),

    occupationCounts: async (framework) => {
      const rows = await driver.query<{ skillId: string; count: number }>(
        `select r.skill_id as "skillId", count(distinct r.occupation_id)::int as count
         from occupation_skill r join skill s on s.id = r.skill_id where s.framework = $1 group by r.skill_id`,
        [framework],
      );
      return new Map(rows.map(({ skillId, count }) => [skillId, count]));
    },

    coreSkills: (listYear) =>
      driver.query<CoreSkill>(
        `select id, list_year as "listYear", rank, name, cluster as "group", skill_group as "skillGroup", definition
         from core_skill where list_year = $1 order by rank nulls last, id`,
        [listYear],
      ),

    coreSkillsBySkill: (framework) => coreSkillsBySkill(driver, framework),
  };
}

async function saveRelease(driver: SqlDriver, release: TaxonomyRelease, contentHash: string, importedAt: string) {
  const { framework, version, language } = release;
  const counts = {
    skills: release.skills.length,
    groups: release.groups.length,
    occupations: release.occupations.length,
    occupationSkills: release.occupationSkills.length,
    skillSkills: release.skillSkills.length,
    broader: release.broader.length,
  };
  const summary: TaxonomySummary = { framework, version, language, counts };
  const same = await driver.query(
    'select 1 from taxonomy_release where framework = $1 and version = $2 and language = $3 and content_hash = $4 and is_active',
    [framework, version, language, contentHash],
  );
  if (same.length > 0) return summary;

  const ownsConcepts = await saveReleaseRows(driver, release);
  await driver.query('update taxonomy_release set is_active = false where framework = $1 and version <> $2', [
    framework,
    version,
  ]);
  await driver.query(
    `insert into taxonomy_release (framework, version, language, content_hash, imported_at, counts, is_active, owns_concepts)
     values ($1, $2, $3, $4, $5, $6::jsonb, true, $7)
     on conflict (framework, version, language) do update
       set content_hash = excluded.content_hash, imported_at = excluded.imported_at, counts = excluded.counts,
         is_active = true, owns_concepts = excluded.owns_concepts`,
    [framework, version, language, contentHash, importedAt, JSON.stringify(counts), ownsConcepts],
  );
  return summary;
}

/** A link to a group holds for every skill below it, however deep. */
async function coreSkillsBySkill(driver: SqlDriver, framework: string): Promise<Map<string, string[]>> {
  const rows = await driver.query<{ skillId: string; coreSkillId: string }>(
    `with recursive below (core_skill_id, id, kind) as (
       select core_skill_id, skill_id, kind from core_skill_link where framework = $1
       union
       select below.core_skill_id, broader.child_id, below.kind from below
         join broader on broader.parent_id = below.id where below.kind = 'group'
     )
     select distinct below.id as "skillId", below.core_skill_id as "coreSkillId" from below join skill on skill.id = below.id
     order by 1, 2`,
    [framework],
  );
  const bySkill = new Map<string, string[]>();
  for (const { skillId, coreSkillId } of rows) bySkill.set(skillId, [...(bySkill.get(skillId) ?? []), coreSkillId]);
  return bySkill;
}
