/**
 * Occupations: what a posting hires for. ISCO-08 codes nest by prefix (2511 is within 251 and 25).
 */
import { z } from 'zod';

export const Occupation = z.object({
  id: z.string().min(1),
  framework: z.string().min(1),
  preferredLabel: z.string().min(1),
  altLabels: z.array(z.string()),
  description: z.string().nullable(),
  /** ISCO-08 code of 1 to 4 digits. Null when the source states none. */
  iscoCode: z
    .string()
    .regex(/^\d{1,4}$/)
    .nullable(),
  /** The framework's own code, such as the O*NET-SOC code `15-2051.00` or ESCO `2511.3`. */
  code: z.string().nullable(),
});
export type Occupation = z.infer<typeof Occupation>;

export interface OccupationSkillRelation {
  occupationId: string;
  skillId: string;
  relation: 'essential' | 'optional';
}
