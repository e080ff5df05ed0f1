/** The parameters that leave credentials out, shared by every list of them. */
import { z } from 'zod';
import type { CredentialFilters } from '../../credentials/filter-credentials.ts';
import { Participation } from '../../domain/credential.ts';
import { InvalidInputError } from '../../errors.ts';
import { Currency, Flag } from './scope-query.ts';

export const CredentialFilterQuery = z.object({
  language: z
    .string()
    .regex(/^[A-Za-z-]{2,10}(,[A-Za-z-]{2,10}){0,9}$/)
    .optional()
    .describe('Languages of instruction, ISO 639-1, with commas between'),
  mode: Participation.optional(),
  provider: z.string().min(1).max(200).optional(),
  maxHours: z.coerce.number().min(0).optional(),
  minLevel: z.coerce.number().int().min(1).max(8).optional().describe('Lowest EQF level'),
  maxLevel: z.coerce.number().int().min(1).max(8).optional().describe('Highest EQF level'),
  maxPrice: z.coerce.number().min(0).optional().describe('Highest price of one credential, with its currency'),
  currency: Currency.optional().describe('Of all amounts, ISO 4217'),
  assessed: Flag.optional().describe('Only with a stated assessment'),
  qualityAssured: Flag.optional().describe('Only with a stated quality assurance'),
});
export type CredentialFilterQuery = z.infer<typeof CredentialFilterQuery>;

/** @throws InvalidInputError for a price without its currency */
export function filtersOf(query: CredentialFilterQuery): CredentialFilters {
  const { language, mode, provider, maxHours, minLevel, maxLevel, maxPrice, currency } = query;
  if (maxPrice !== undefined && currency === undefined)
    throw new InvalidInputError('maxPrice needs its currency: add currency=EUR.');
  return {
    ...(language === undefined ? {} : { languages: language.split(',') }),
    ...(mode === undefined ? {} : { participations: [mode] }),
    ...(provider === undefined ? {} : { providers: [provider] }),
    ...(maxHours === undefined ? {} : { maxHours }),
    ...(minLevel === undefined ? {} : { minEqfLevel: minLevel }),
    ...(maxLevel === undefined ? {} : { maxEqfLevel: maxLevel }),
    ...(maxPrice === undefined || currency === undefined ? {} : { maxPrice: { amount: maxPrice, currency } }),
    ...(query.assessed === true ? { assessedOnly: true } : {}),
    ...(query.qualityAssured === true ? { qualityAssuredOnly: true } : {}),
  };
}
