/**
 * Titles with the occupation people gave them: `{"title", "description"?, "occupation"}`.
 *
 * The occupation is an id of the taxonomy (an ESCO URI) or an ISCO-08 code of 1 to 4 digits, also written as the URI of
 * an ISCO group. A code asks for as many digits as it has: 25 is met by any occupation of 2511. Several right answers
 * may be given as an array. Occupations the taxonomy does not have are counted, and titles with no other are skipped.
 */
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { readGoldLines, type GoldFile } from './read-gold-lines.ts';

// A number in JSON has lost a leading zero, so 0110 (officers) has to be text; all other groups survive.
const Answer = z.union([z.string().trim().min(1), z.number().int().min(1).max(9999).transform(String)]);
const GoldTitle = z.object({
  title: z.string().trim().min(1),
  description: z.string().nullish(),
  /** ISO 639-1; null when not said. */
  language: z.string().nullish(),
  occupation: z.union([Answer.transform((answer) => [answer]), z.array(Answer).min(1)]),
});

export type OccupationGoldFile = GoldFile<z.infer<typeof GoldTitle>>;

/** An occupation of the taxonomy as evaluation needs it. */
export interface OccupationTarget {
  id: string;
  /** Preferred label first; at least one. */
  labels: readonly string[];
  iscoCode: string | null;
}

export interface OccupationQuery {
  title: string;
  description: string | null;
  language: string | null;
  /** Ids of every occupation that is a right answer; at least one. */
  relevant: ReadonlySet<string>;
}

export interface OccupationGold {
  queries: OccupationQuery[];
  skippedQueries: number;
  unknownOccupations: string[];
}

/** @throws InvalidInputError for a file that cannot be read or a line that does not fit */
export function readOccupationGold(file: string): Promise<OccupationGoldFile> {
  return readGoldLines(file, GoldTitle, '{"title": "...", "occupation": "ESCO URI or ISCO code"}');
}

/** @throws InvalidInputError when no title has an occupation of the taxonomy */
export function occupationQueries(
  { file, lines }: OccupationGoldFile,
  occupations: readonly OccupationTarget[],
): OccupationGold {
  const findAnswers = answersAmong(occupations);
  const queries: OccupationQuery[] = [];
  const unknown = new Set<string>();
  for (const { record } of lines) {
    const relevant = new Set<string>();
    for (const answer of record.occupation) {
      const found = findAnswers(answer);
      if (found.length === 0) unknown.add(answer);
      for (const id of found) relevant.add(id);
    }
    const { title, description = null, language = null } = record;
    if (relevant.size > 0) queries.push({ title, description, language, relevant });
  }
  if (queries.length === 0) {
    throw new InvalidInputError(
      `${file}: none of its ${lines.length} titles has an occupation of the imported taxonomy; import the one it uses.`,
    );
  }
  return { queries, skippedQueries: lines.length - queries.length, unknownOccupations: [...unknown] };
}

/** Ids of the occupations an answer of the gold file accepts. */
function answersAmong(occupations: readonly OccupationTarget[]): (answer: string) => readonly string[] {
  const ids = new Set(occupations.map(({ id }) => id));
  const idsByCode = new Map<string, string[]>();
  for (const { id, iscoCode } of occupations) {
    for (let digits = 1; iscoCode !== null && digits <= iscoCode.length; digits += 1) {
      const code = iscoCode.slice(0, digits);
      idsByCode.set(code, [...(idsByCode.get(code) ?? []), id]);
    }
  }
  return (answer) => {
    if (ids.has(answer)) return [answer];
    const code = /^(?:https?:\/\/data\.europa\.eu\/esco\/isco\/)?C?(\d{1,4})$/i.exec(answer)?.[1];
    return code === undefined ? [] : (idsByCode.get(code) ?? []);
  };
}
