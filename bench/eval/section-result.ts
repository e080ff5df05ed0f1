/**
 * What one section of the evaluation measured, as it is committed under docs/evaluation/: figures only, no labelled text.
 *
 * Each row repeats its set, split, count and exposure, so that a row copied out of the table still says what it is.
 */
import { z } from 'zod';
import { Interval } from '../../services/domain/units.ts';

/**
 * What the parameters have seen of a set: `trained on` makes a figure in-sample; `settings chosen on` is milder, a few
 * numbers were picked by looking at it; a `baseline` has no parameters, or says of what in its name.
 */
export const Exposure = z.enum(['trained on', 'settings chosen on', 'not seen', 'cross-validated', 'baseline']);
export type Exposure = z.infer<typeof Exposure>;

export const Measure = z.strictObject({
  name: z.string().min(1),
  /** Null where it is not defined, such as the precision of whoever keeps nothing. */
  value: z.number().nullable(),
  /** 90 %; null where it was not measured. */
  interval: Interval.nullable(),
});
export type Measure = z.infer<typeof Measure>;

export const QualityRow = z.strictObject({
  set: z.string().min(1),
  split: z.string().min(1),
  n: z.number().int().min(1),
  /** What n counts. */
  unit: z.string().min(1),
  system: z.string().min(1),
  exposure: Exposure,
  measures: z.array(Measure).min(1),
});
export type QualityRow = z.infer<typeof QualityRow>;

const ReliabilityBin = z.strictObject({
  low: z.number(),
  high: z.number(),
  count: z.number().int().min(1),
  meanConfidence: z.number(),
  rightShare: z.number(),
  interval: Interval,
});

/** The bars of one panel of a reliability diagram. */
export const Reliability = z.strictObject({ title: z.string(), bins: z.array(ReliabilityBin) });
export type Reliability = z.infer<typeof Reliability>;

export const Speed = z.strictObject({ what: z.string(), perSecond: z.number(), unit: z.string() });
export type Speed = z.infer<typeof Speed>;

export const SectionResult = z.strictObject({
  section: z.string(),
  model: z.string(),
  taxonomy: z.string(),
  linker: z.strictObject({ id: z.string(), version: z.number().nullable() }),
  rows: z.array(QualityRow),
  /** Sentences for the reader: what was left out, and why. */
  notes: z.array(z.string()),
  /** The only numbers that differ from run to run. */
  speeds: z.array(Speed),
  reliability: z.array(Reliability),
});
export type SectionResult = z.infer<typeof SectionResult>;

/** What a section returns; whose model and linker it was is added to it. */
export type Measured = Pick<SectionResult, 'rows'> & Partial<Pick<SectionResult, 'notes' | 'speeds' | 'reliability'>>;
