/**
 * Corrections out to a file and in from one: JSON Lines, one correction each, with the words and the sentence they stand in.
 *
 * It is the user's own data, and it quotes postings: whoever passes the file on passes those sentences on.
 */
import { ExportedCorrection } from '../domain/correction.ts';
import { readGoldLines } from '../evaluate/read-gold-lines.ts';
import { InvalidInputError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { makeCorrection } from './make-correction.ts';

const EXAMPLE =
  '{"kind": "alias", "skill": {"id": "...", "label": "..."}, "words": "...", "place": null, "by": null, "at": "2026-11-01T00:00:00Z", "why": null}';

export interface ImportedCorrections {
  file: string;
  read: number;
  added: number;
  /** Said before. */
  known: number;
  /** Postings with a link that changed, each counted once per correction. */
  changedCount: number;
  /** See MadeCorrection. */
  toRelink: readonly string[];
}

/** The corrections that hold, one line each, in the order they were made. */
export async function exportCorrections({ corrections, taxonomies }: Store): Promise<string[]> {
  const held = await corrections.active();
  const skills = await taxonomies.skillsById(held.map(({ skillId }) => skillId));
  return held.map(({ kind, skillId, words, place, by, at, why }) => {
    const skill = { id: skillId, label: skills.get(skillId)?.preferredLabel ?? skillId };
    return JSON.stringify({ kind, skill, words, place, by, at, why } satisfies ExportedCorrection);
  });
}

/** @throws InvalidInputError naming file, line and field; nothing is stored then */
export async function importCorrections(file: string, store: Store): Promise<ImportedCorrections> {
  const { lines } = await readGoldLines(file, ExportedCorrection, EXAMPLE);
  return store.transaction(async (inside) => {
    const skills = await inside.taxonomies.skillsById(lines.map(({ record }) => record.skill.id));
    const report: ImportedCorrections = { file, read: lines.length, added: 0, known: 0, changedCount: 0, toRelink: [] };
    const toRelink = new Set<string>();
    for (const { line, record } of lines) {
      const { skill, ...rest } = record;
      const refuse = (problem: string): never => {
        throw new InvalidInputError(`${file}, line ${line}, ${problem}`);
      };
      if (!skills.has(skill.id)) refuse(`field skill: ${skill.id} is in no imported taxonomy; import that first.`);
      if (record.kind === 'accept' && record.place === null) refuse('field place: an accepted link needs its place.');
      if (record.kind === 'alias' && record.place !== null) refuse('field place: an alias has none; write null.');
      const made = await makeCorrection({ ...rest, skillId: skill.id }, inside).catch((error: unknown) =>
        error instanceof InvalidInputError ? refuse(`field words: ${error.message}`) : Promise.reject(error as Error),
      );
      report[made.isNew ? 'added' : 'known']++;
      report.changedCount += made.changedCount;
      for (const id of made.toRelink) toRelink.add(id);
    }
    return { ...report, toRelink: [...toRelink] };
  });
}
