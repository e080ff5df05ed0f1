/**
 * What the cards of the trained parameters say: what they were trained on, and their cross-validated figures.
 *
 * Figures on a set that parameters have seen flatter them; those of the cards were made by fits that had not seen it.
 */
import { z } from 'zod';
import { readParameters } from '../../models/read-parameters.ts';
import type { WindowMode } from '../../services/skills/extract-windows.ts';
import type { Exposure, QualityRow } from './section-result.ts';

const LinkCard = z.looseObject({
  trainedOn: z.string(),
  crossValidated: z.record(
    z.string(),
    z.looseObject({
      sentences: z.number().int().min(1),
      mrr: z.number(),
      rpAt5: z.number(),
      rpAt10: z.number(),
      ece: z.number().optional(),
    }),
  ),
});
export type LinkCard = z.infer<typeof LinkCard>;

/** Undefined when the card has another shape: the report then says that it holds no such figures. */
export function linkCard(mode: WindowMode): LinkCard | undefined {
  return LinkCard.safeParse(readParameters(`link-confidence-${mode}`).card).data;
}

/** @param set as the cards call it, in lower case @param isNamed how the card's sentence on its training names the set */
export function exposureOf(card: LinkCard | undefined, set: string, isNamed: RegExp): Exposure {
  if (card === undefined) return 'not seen';
  return set in card.crossValidated || isNamed.test(card.trainedOn) ? 'trained on' : 'not seen';
}

/**
 * The card's own figures as rows beside the measured ones; empty for sets it has none of.
 *
 * @param measures those of MRR, RP@5, RP@10 and `ECE, equal width` that are wanted
 */
export function crossValidatedRows(
  card: LinkCard | undefined,
  mode: WindowMode,
  set: Pick<QualityRow, 'set' | 'split'>,
  measures: readonly string[],
): QualityRow[] {
  const figures = card?.crossValidated[set.set.toLowerCase()];
  if (figures === undefined) return [];
  const values: Record<string, number | undefined> = {
    MRR: figures.mrr,
    'RP@5': figures.rpAt5,
    'RP@10': figures.rpAt10,
    'ECE, equal width': figures.ece,
  };
  return [
    {
      ...set,
      n: figures.sentences,
      unit: 'sentences',
      system: `Skillgap, ${mode}, figures of the card of link-confidence-${mode}`,
      exposure: 'cross-validated',
      measures: measures.map((name) => ({ name, value: values[name] ?? null, interval: null })),
    },
  ];
}
