/**
 * Links that a person has judged, as they are committed under data/judged/: JSON Lines, one link a line.
 *
 * A line says where the link is and what it is worth, and never quotes: text of postings is third-party and stays out.
 * So fields that are not listed here are refused, not passed over.
 */
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { readGoldLines } from './read-gold-lines.ts';

/** `inappropriate`: the words are there, but naming the skill here would make a reader laugh or take offence. */
export const Verdict = z.enum(['right', 'wrong', 'inappropriate']);
export type Verdict = z.infer<typeof Verdict>;

export const JudgedLink = z
  .strictObject({
    source: z.string().min(1),
    postingId: z.string().min(1),
    /** UTF-16 code units into the normalised description. */
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    skillId: z.string().min(1),
    verdict: Verdict,
    /** Whether the sentence of the link asks for nothing: benefits, the employer's praise of itself, how to apply. */
    isBoilerplate: z.boolean(),
    /** The number that rises with every change of the linker (`linker.parameters.version`). */
    linkerVersion: z.number().int().min(1),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], error: 'must be larger than "start"' });
export type JudgedLink = z.infer<typeof JudgedLink>;

const EXAMPLE =
  '{"source": "...", "postingId": "...", "start": 0, "end": 9, "skillId": "...", "verdict": "right", "isBoilerplate": false, "linkerVersion": 1}';

/** @throws InvalidInputError naming file, line and field, also for a link that is judged twice */
export async function readJudgedLinks(files: readonly string[]): Promise<JudgedLink[]> {
  const placeByLink = new Map<string, string>();
  const judged: JudgedLink[] = [];
  for (const file of files) {
    for (const { line, record } of (await readGoldLines(file, JudgedLink, EXAMPLE)).lines) {
      const { source, postingId, start, end, skillId, linkerVersion } = record;
      const link = JSON.stringify([source, postingId, start, end, skillId, linkerVersion]);
      const place = placeByLink.get(link);
      if (place !== undefined) {
        throw new InvalidInputError(
          `${file}, line ${line}: the link is already judged on ${place}; keep one of the two lines.`,
        );
      }
      placeByLink.set(link, `${file}, line ${line}`);
      judged.push(record);
    }
  }
  return judged;
}
