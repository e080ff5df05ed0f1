/**
 * What has been read of an ESCO release so far, table by table, in whatever order the files come.
 *
 * References between tables are not looked at here: the table they point to may come later (see repair-esco.ts).
 */
import type { Occupation, OccupationSkillRelation } from '../domain/occupation.ts';
import type { BroaderRelation, ConceptGroup, Skill, SkillSkillRelation } from '../domain/skill.ts';
import { InvalidInputError } from '../errors.ts';
import { cleanLabel } from './clean-labels.ts';
import { toEscoGroup, toEscoOccupation, toEscoSkill } from './esco-rows.ts';
import type { CsvRecord } from './esco-rows.ts';
import type { EscoTable } from './esco-tables.ts';

export class EscoDraft {
  readonly skillById = new Map<string, Skill>();
  readonly groupById = new Map<string, ConceptGroup>();
  readonly occupationById = new Map<string, Occupation>();
  readonly occupationSkills: OccupationSkillRelation[] = [];
  readonly skillSkills: SkillSkillRelation[] = [];
  readonly broaderSkills: BroaderRelation[] = [];
  readonly broaderOccupations: BroaderRelation[] = [];
  /** Parent by child, as the hierarchy table says it: the fallback where the broader relations are missing. */
  readonly hierarchy = new Map<string, string>();
  /** Labels that relation tables repeat (1.2): all that is known of a concept without a row of its own. */
  readonly labelById = new Map<string, string>();
  readonly unlabelledIds: string[] = [];

  /** @param where file and line, for the error message */
  addRow(table: EscoTable, row: CsvRecord, where: string): void {
    switch (table) {
      case 'skills':
        this.#addConcept(this.skillById, toEscoSkill, row, where);
        break;
      case 'skillGroups':
        this.#addConcept(this.groupById, (cells) => toEscoGroup(cells, 'skill-group'), row, where);
        break;
      case 'ISCOGroups':
        this.#addConcept(this.groupById, (cells) => toEscoGroup(cells, 'occupation-group'), row, where);
        break;
      case 'occupations':
        this.#addConcept(this.occupationById, toEscoOccupation, row, where);
        break;
      case 'skillsHierarchy':
        this.#addHierarchy(row);
        break;
      case 'occupationSkillRelations':
        this.occupationSkills.push({
          occupationId: this.#reference(row, 'occupationUri', 'occupationLabel', where),
          skillId: this.#reference(row, 'skillUri', 'skillLabel', where),
          relation: readRelation(row, where),
        });
        break;
      case 'skillSkillRelations':
        this.skillSkills.push({
          fromId: this.#reference(row, 'originalSkillUri', 'originalSkillLabel', where),
          toId: this.#reference(row, 'relatedSkillUri', 'relatedSkillLabel', where),
          relation: readRelation(row, where),
        });
        break;
      case 'broaderRelationsSkillPillar':
        this.broaderSkills.push(this.#broader(row, where));
        break;
      case 'broaderRelationsOccPillar':
        this.broaderOccupations.push(this.#broader(row, where));
        break;
    }
  }

  #addConcept<Concept>(
    conceptById: Map<string, Concept>,
    toConcept: (row: CsvRecord) => Concept | null,
    row: CsvRecord,
    where: string,
  ): void {
    const id = readUri(row, 'conceptUri', where);
    if (conceptById.has(id)) {
      throw new InvalidInputError(`${where}, field conceptUri: ${id} was already read; remove one of the two rows.`);
    }
    const concept = toConcept(row);
    if (concept === null) this.unlabelledIds.push(id);
    else conceptById.set(id, concept);
  }

  #broader(row: CsvRecord, where: string): BroaderRelation {
    return {
      childId: this.#reference(row, 'conceptUri', 'conceptLabel', where),
      parentId: this.#reference(row, 'broaderUri', 'broaderLabel', where),
    };
  }

  #reference(row: CsvRecord, column: string, labelColumn: string, where: string): string {
    const id = readUri(row, column, where);
    const label = cleanLabel(row[labelColumn] ?? '');
    if (label !== '') this.labelById.set(id, label);
    return id;
  }

  #addHierarchy(row: CsvRecord): void {
    const path = [0, 1, 2, 3].map((depth) => row[`Level ${depth} URI`]?.trim() ?? '').filter((id) => id !== '');
    path.slice(1).forEach((id, position) => {
      const parent = path[position];
      if (parent !== undefined) this.hierarchy.set(id, parent);
    });
  }
}

function readUri(row: CsvRecord, column: string, where: string): string {
  const uri = row[column]?.trim() ?? '';
  if (uri === '') throw new InvalidInputError(`${where}, field ${column}: is empty; every row needs its URI.`);
  return uri;
}

function readRelation(row: CsvRecord, where: string): 'essential' | 'optional' {
  const relation = row['relationType']?.trim();
  if (relation === 'essential' || relation === 'optional') return relation;
  throw new InvalidInputError(
    `${where}, field relationType: is "${relation ?? ''}"; ESCO knows only essential and optional.`,
  );
}
