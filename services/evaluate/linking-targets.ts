/**
 * The labels an evaluation of linking may answer with, and the one place that says when two spellings are one label.
 *
 * A target is a label. Labels come with stray blanks, in another case, or having lost their commas (34 of the list
 * published with HOUSE and TECH have): each is looked up as written, then in lower case, then without commas.
 */
import { InvalidInputError } from '../errors.ts';
import { openText } from '../files/open-text.ts';
import { splitLines } from '../files/split-lines.ts';
import { compareIds } from '../domain/units.ts';

/** A skill of the taxonomy under its preferred label. */
export interface LinkingTarget {
  id: string;
  label: string;
}

export interface LinkingTargets {
  /** One per label, by id. Where several skills share a label, the first id stands for all. */
  targets: readonly LinkingTarget[];
  /** The id that stands for a skill's label; undefined for skills that are no target. */
  targetIdOf: (skillId: string) => string | undefined;
  /** The id that stands for a label or a skill id; undefined when it is no target. */
  findTarget: (labelOrId: string) => string | undefined;
}

const SPELLINGS: readonly ((label: string) => string)[] = [
  normaliseBlanks,
  (label) => normaliseBlanks(label).toLowerCase(),
  (label) => normaliseBlanks(label.replaceAll(',', '')).toLowerCase(),
];

export function collectTargets(skills: readonly LinkingTarget[]): LinkingTargets {
  const targetIdByLabel = new Map<string, string>();
  const targetIdBySkill = new Map<string, string>();
  const targets: LinkingTarget[] = [];
  for (const { id, label } of [...skills].sort((a, b) => compareIds(a.id, b.id))) {
    const name = normaliseBlanks(label);
    const known = targetIdByLabel.get(name);
    if (known === undefined) {
      targetIdByLabel.set(name, id);
      targets.push({ id, label: name });
    }
    targetIdBySkill.set(id, known ?? id);
  }
  const targetIdsBySpelling = SPELLINGS.map((spell) => firstBySpelling(targets, spell));
  return {
    targets,
    targetIdOf: (skillId) => targetIdBySkill.get(skillId),
    findTarget: (labelOrId) => {
      const byId = targetIdBySkill.get(labelOrId.trim());
      if (byId !== undefined) return byId;
      for (const [at, spell] of SPELLINGS.entries()) {
        const found = targetIdsBySpelling[at]?.get(spell(labelOrId));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** A file of labels, one a line, blanks normalised; labels in the order of the file. */
export interface LabelFile {
  file: string;
  labels: string[];
}

export interface RestrictedTargets {
  targets: LinkingTargets;
  /** Labels of the file that the taxonomy does not have. */
  missingLabels: string[];
}

/** @throws InvalidInputError when the file cannot be read */
export async function readLabels(file: string): Promise<LabelFile> {
  const labels: string[] = [];
  for await (const { text } of splitLines(openText(file))) labels.push(normaliseBlanks(text));
  return { file, labels: labels.filter((label) => label !== '') };
}

/**
 * The targets that a file of labels leaves over.
 *
 * @throws InvalidInputError when it names no label of the taxonomy
 */
export function restrictTargets(skills: readonly LinkingTarget[], { file, labels }: LabelFile): RestrictedTargets {
  const all = collectTargets(skills);
  const wanted = new Set(labels.flatMap((label) => all.findTarget(label) ?? []));
  if (wanted.size === 0) {
    throw new InvalidInputError(
      `${file} names no skill of the imported taxonomy; write one preferred label a line, or import the taxonomy it belongs to.`,
    );
  }
  return {
    targets: collectTargets(skills.filter(({ id }) => wanted.has(all.targetIdOf(id) ?? ''))),
    missingLabels: [...new Set(labels.filter((label) => all.findTarget(label) === undefined))],
  };
}

export function normaliseBlanks(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

function firstBySpelling(targets: readonly LinkingTarget[], spell: (label: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, label } of targets) {
    const spelling = spell(label);
    if (!found.has(spelling)) found.set(spelling, id);
  }
  return found;
}
