/**
 * Numbers and codes with a meaning. Two numbers that must never be mixed up get two types.
 */
import { z } from 'zod';

/** A part of a whole, 0 to 1. Never a percentage. */
export const Share = z.number().min(0).max(1).brand<'Share'>();
export type Share = z.infer<typeof Share>;

/** Cosine similarity of two unit vectors, -1 to 1. Not a probability: never show it as a percentage. */
export const Similarity = z.number().min(-1).max(1).brand<'Similarity'>();
export type Similarity = z.infer<typeof Similarity>;

/** Bounds of a 90 % interval, low first. In the unit of the number it belongs to. */
export const Interval = z.tuple([z.number(), z.number()]);
export type Interval = z.infer<typeof Interval>;

/** An amount of money in the currency it was stated in; never converted silently. `asOf` is the date it was seen. */
export const Money = z.object({
  amount: z.number().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
  asOf: z.iso.date().exactOptional(),
});
export type Money = z.infer<typeof Money>;

/** Clamps float noise such as 1.0000000002 into a share; anything further out is a bug and throws. */
export function toShare(value: number): Share {
  if (value > 1 && value < 1 + 1e-9) return Share.parse(1);
  if (value < 0 && value > -1e-9) return Share.parse(0);
  return Share.parse(value);
}

/** Float error can push a cosine a hair past 1. */
export function toSimilarity(cosine: number): Similarity {
  return Similarity.parse(Math.min(1, Math.max(-1, cosine)));
}

/** Orders ids by code unit, the same on every machine (unlike localeCompare). */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
