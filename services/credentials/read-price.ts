/**
 * A price in any of the ways catalogues write it in, an amount in a known currency or null out.
 *
 * An amount without a currency is not money: it is left out with a warning, never guessed from the country.
 */
import type { Money } from '../domain/units.ts';
import { isRecord, RecordFields } from '../files/record-fields.ts';
import type { CredentialField } from './credential-fields.ts';

/** ISO 4217, as this Node knows them. */
const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * `{ amount, currency, asOf }`, or an amount with the currency in a column of its own.
 *
 * @throws InvalidInputError for an amount that is no number or negative
 */
export function readPrice(
  fields: RecordFields<CredentialField>,
  where: string,
  warn: (warning: string) => void,
): Money | null {
  const value = fields.value('price');
  const parts = isRecord(value)
    ? { amount: value['amount'], currency: value['currency'], asOf: value['asOf'] }
    : { amount: value, currency: fields.value('currency'), asOf: fields.value('priceAsOf') };
  const price = new RecordFields<'price' | 'price.currency' | 'price.asOf'>(
    new Map([
      ['price', parts.amount],
      ['price.currency', parts.currency],
      ['price.asOf', parts.asOf],
    ]),
    where,
  );
  const amount = price.number('price');
  if (amount === null) return null;
  if (amount < 0) fields.refuse('price', `${amount} is negative; give 0 or more, or leave it out`);

  const currency = price.text('price.currency')?.toUpperCase() ?? null;
  if (currency === null || !knownCurrencies.has(currency)) {
    const reason =
      currency === null ? 'has no currency' : `is in "${currency.slice(0, 20)}", which is no currency code`;
    warn(`The price ${amount} ${reason} and was left out.`);
    return null;
  }
  const asOf = price.text('price.asOf');
  return asOf === null ? { amount, currency } : { amount, currency, asOf };
}
