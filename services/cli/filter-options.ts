/** The options that leave credentials out of a ranking or a plan. */
import { Option, type Command } from 'commander';
import type { CredentialFilters } from '../credentials/filter-credentials.ts';
import type { Participation } from '../domain/credential.ts';
import type { Money } from '../domain/units.ts';
import { InvalidInputError } from '../errors.ts';
import { amount, wholeNumber } from './context.ts';

export interface FilterOptions {
  language?: string[];
  mode?: Participation[];
  provider?: string[];
  maxPrice?: string;
  maxHours?: string;
  currency?: string;
  minLevel?: string;
  maxLevel?: string;
  assessed?: boolean;
  qualityAssured?: boolean;
}

export function addFilterOptions(command: Command): Command {
  return command
    .option('--language <codes...>', 'languages of instruction, ISO 639-1')
    .addOption(
      new Option('--mode <modes...>', 'forms of participation').choices([
        'online',
        'onsite',
        'blended',
        'self-paced online',
      ]),
    )
    .option('--provider <names...>', 'only these providers')
    .option('--max-price <n>', 'highest price of one credential (with --currency)')
    .option('--max-hours <n>', 'longest workload of one credential')
    .option('--currency <code>', 'currency of prices, ISO 4217')
    .option('--min-level <n>', 'lowest EQF level')
    .option('--max-level <n>', 'highest EQF level')
    .option('--assessed', 'only with a stated assessment')
    .option('--quality-assured', 'only with a stated quality assurance');
}

/** @throws InvalidInputError naming the option */
export function filtersOf(options: FilterOptions): CredentialFilters {
  const maxPrice = priceOf('--max-price', options.maxPrice, options.currency);
  const maxHours = amount('--max-hours', options.maxHours);
  const minEqfLevel = wholeNumber('--min-level', options.minLevel, 1);
  const maxEqfLevel = wholeNumber('--max-level', options.maxLevel, 1);
  return {
    ...(options.language === undefined ? {} : { languages: options.language }),
    ...(options.mode === undefined ? {} : { participations: options.mode }),
    ...(options.provider === undefined ? {} : { providers: options.provider }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(maxHours === undefined ? {} : { maxHours }),
    ...(minEqfLevel === undefined ? {} : { minEqfLevel }),
    ...(maxEqfLevel === undefined ? {} : { maxEqfLevel }),
    ...(options.assessed === true ? { assessedOnly: true } : {}),
    ...(options.qualityAssured === true ? { qualityAssuredOnly: true } : {}),
  };
}

/** An amount without a currency is not an amount of money. */
export function priceOf(option: string, text: string | undefined, currency: string | undefined): Money | undefined {
  const value = amount(option, text);
  if (value === undefined) return undefined;
  if (currency === undefined || !/^[A-Za-z]{3}$/.test(currency)) {
    throw new InvalidInputError(`${option} ${value} needs its currency: add --currency EUR (three letters, ISO 4217).`);
  }
  return { amount: value, currency: currency.toUpperCase() };
}
