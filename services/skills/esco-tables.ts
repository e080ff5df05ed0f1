/**
 * The CSV tables of an ESCO release: their names, and the language and version that names of files give away.
 *
 * 1.1 keeps the relations in a second zip and without a language in their names; 1.2 packs all together as
 * `..._en.csv`. Nothing else differs that matters here.
 */
import path from 'node:path';
import { InvalidInputError } from '../errors.ts';

/** Columns each table has to have; all others are optional and read by name. */
export const escoColumns = {
  skills: ['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'],
  skillGroups: ['conceptUri', 'preferredLabel'],
  skillsHierarchy: ['Level 0 URI', 'Level 1 URI', 'Level 2 URI', 'Level 3 URI'],
  occupations: ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'],
  ISCOGroups: ['conceptUri', 'code', 'preferredLabel'],
  occupationSkillRelations: ['occupationUri', 'relationType', 'skillUri'],
  skillSkillRelations: ['originalSkillUri', 'relationType', 'relatedSkillUri'],
  broaderRelationsSkillPillar: ['conceptUri', 'broaderUri'],
  broaderRelationsOccPillar: ['conceptUri', 'broaderUri'],
} as const satisfies Record<string, readonly string[]>;

export type EscoTable = keyof typeof escoColumns;

const tableByFoldedName = new Map(
  Object.keys(escoColumns).map((table) => [table.toLowerCase(), table as EscoTable] as const),
);

/** `skills_en.csv` is the table `skills` in `en`; undefined for files that are no table we read. */
export function identifyEscoTable(baseName: string): { table: EscoTable; language: string | null } | undefined {
  const parts = /^([a-z]+)(?:_([a-z]{2}))?\.csv$/i.exec(baseName);
  const table = tableByFoldedName.get(parts?.[1]?.toLowerCase() ?? '');
  return table && { table, language: parts?.[2]?.toLowerCase() ?? null };
}

/** `ESCO dataset - v1.1.1 - classification - en - csv.zip` gives `1.1.1` and `en`; null for what it does not say. */
export function readContainerName(container: string): { version: string | null; language: string | null } {
  const name = path.basename(container);
  return {
    version: /(?:\bv|esco[-_ ]?v?)(\d+\.\d+(?:\.\d+)?)/i.exec(name)?.[1] ?? null,
    language: / - ([a-z]{2}) - /.exec(name)?.[1] ?? null,
  };
}

/**
 * Collects what several names say and gives it back when they agree.
 *
 * @throws InvalidInputError when two names contradict each other
 */
export class AgreedFact {
  readonly #what: string;
  #stated: { value: string; by: string } | undefined;

  constructor(what: string) {
    this.#what = what;
  }

  state(value: string | null, by: string): void {
    if (value === null) return;
    if (this.#stated && this.#stated.value !== value) {
      throw new InvalidInputError(
        `${this.#stated.by} is of ${this.#what} ${this.#stated.value} but ${by} of ${value}; import one ${this.#what} at a time.`,
      );
    }
    this.#stated ??= { value, by };
  }

  get value(): string | null {
    return this.#stated?.value ?? null;
  }
}
