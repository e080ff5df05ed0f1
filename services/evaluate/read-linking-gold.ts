/**
 * Sentences with the skills people found in them, as queries over the targets: `{"text", "skills": [label or id]}`.
 *
 * A sentence none of whose labels is a target asks for nothing that could be answered: it is skipped and counted, not
 * scored 0. A label given twice counts once.
 */
import { z } from 'zod';
import { InvalidFieldError } from '../errors.ts';
import { normaliseBlanks, type LinkingTargets } from './linking-targets.ts';
import { readGoldLines, type GoldFile } from './read-gold-lines.ts';

/** What annotators write where the taxonomy has no label for what they found. */
export const NOT_A_LABEL: ReadonlySet<string> = new Set(['LABEL NOT PRESENT', 'UNDERSPECIFIED', 'UNK', '']);

const GoldSentence = z.object({ text: z.string().trim().min(1), skills: z.array(z.string()) });

export type LinkingGoldFile = GoldFile<z.infer<typeof GoldSentence>>;

export interface LinkingQuery {
  text: string;
  /** Target ids; at least one. */
  relevant: ReadonlySet<string>;
}

export interface LinkingGold {
  queries: LinkingQuery[];
  skippedQueries: number;
  /** Labels that are no target, each once, in the order of the file. */
  unknownLabels: string[];
}

/** @throws InvalidInputError for a file that cannot be read or a line that does not fit */
export function readLinkingGold(file: string): Promise<LinkingGoldFile> {
  return readGoldLines(file, GoldSentence, '{"text": "...", "skills": ["label or URI"]}');
}

/** @throws InvalidInputError when no sentence has a label among the targets */
export function linkingQueries(
  { file, lines }: LinkingGoldFile,
  findTarget: LinkingTargets['findTarget'],
): LinkingGold {
  const queries: LinkingQuery[] = [];
  const unknownLabels = new Set<string>();
  for (const { record } of lines) {
    const relevant = new Set<string>();
    for (const label of record.skills) {
      const target = findTarget(label);
      if (target !== undefined) relevant.add(target);
      else if (!NOT_A_LABEL.has(normaliseBlanks(label))) unknownLabels.add(normaliseBlanks(label));
    }
    if (relevant.size > 0) queries.push({ text: record.text, relevant });
  }
  if (queries.length === 0) {
    const [example] = unknownLabels;
    const such = example === undefined ? '' : `, such as "${example}"`;
    throw new InvalidFieldError(
      (name) =>
        `${file}: none of its ${lines.length} sentences has a label among the targets${such}; import the taxonomy the labels come from, or check ${name('labels')}.`,
    );
  }
  return { queries, skippedQueries: lines.length - queries.length, unknownLabels: [...unknownLabels] };
}
