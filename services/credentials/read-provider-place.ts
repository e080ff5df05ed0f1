/**
 * Where a provider sits and where its credential can be taken, as far as the record says so.
 *
 * A US address (a `state` of the United States beside a `zip`) says the country and the region; nothing else does,
 * and a currency or a language least of all.
 */
import type { PickedFields } from '../files/pick-fields.ts';
import type { RecordFields } from '../files/record-fields.ts';
import type { CredentialField } from './credential-fields.ts';

const US_STATES = new Set(
  'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  ),
);
/** What the European Commission writes where ISO writes otherwise, and what people write for the United Kingdom. */
const ISO_BY_OTHER_CODE: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

export interface ProviderPlace {
  /** ISO 3166-1 alpha-2. */
  providerCountry: string | null;
  availableIn: string[];
}

export function readProviderPlace(
  fields: RecordFields<CredentialField>,
  rest: PickedFields<CredentialField>['rest'],
  warn: (warning: string) => void,
): ProviderPlace {
  const availableIn = fields.list('availableIn');
  const state = rest['state'];
  const isUnitedStates = typeof state === 'string' && US_STATES.has(state) && typeof rest['zip'] === 'string';
  const stated = fields.text('providerCountry');
  if (stated === null) {
    return isUnitedStates
      ? { providerCountry: 'US', availableIn: availableIn.length > 0 ? availableIn : [`US-${state}`] }
      : { providerCountry: null, availableIn };
  }
  const code = stated.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) {
    warn(`The providerCountry "${stated.slice(0, 40)}" is no two-letter country code and was left out.`);
    return { providerCountry: null, availableIn };
  }
  return { providerCountry: ISO_BY_OTHER_CODE[code] ?? code, availableIn };
}
