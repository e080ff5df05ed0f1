/**
 * Whose gap is asked for: a region, an employer, an occupation, a learner's target, in a window of time.
 */
import { z } from 'zod';

export const Scope = z.object({
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
  employer: z.object({ key: z.string(), name: z.string() }).nullable(),
  occupation: z
    .object({
      /** Occupation ids, or ISCO codes when the scope is a group of occupations. */
      ids: z.array(z.string()),
      iscoCode: z.string().nullable(),
      label: z.string(),
    })
    .nullable(),
  postingId: z.string().nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export type Scope = z.infer<typeof Scope>;
