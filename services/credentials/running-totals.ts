/**
 * Credentials one after another in, what they cost together so far out; an unknown part makes a total unknown.
 */
import type { Credential } from '../domain/credential.ts';
import type { Money } from '../domain/units.ts';
import type { StackTotals } from './stack.ts';

export class RunningTotals {
  readonly #amountByCurrency = new Map<string, number>();
  #zeroCurrency: string | undefined;
  #knownHours = 0;
  #unknownPriceCount = 0;
  #unknownHoursCount = 0;

  /** @param currency of a total of 0; null: that of the first price, and where there is none the total is unknown */
  constructor(currency: string | null) {
    this.#zeroCurrency = currency ?? undefined;
  }

  add({ price, workloadHours }: Pick<Credential, 'price' | 'workloadHours'>): void {
    if (price === null) this.#unknownPriceCount += 1;
    else {
      this.#zeroCurrency ??= price.currency;
      const { amount, currency } = price;
      // Free is free in any currency: it does not make a plan one of several currencies.
      if (amount > 0) this.#amountByCurrency.set(currency, (this.#amountByCurrency.get(currency) ?? 0) + amount);
    }
    if (workloadHours === null) this.#unknownHoursCount += 1;
    else this.#knownHours += workloadHours;
  }

  totals(): StackTotals {
    const knownPrices: Money[] = [...this.#amountByCurrency].sort().map(([currency, amount]) => ({ amount, currency }));
    const nothing = this.#zeroCurrency === undefined ? null : { amount: 0, currency: this.#zeroCurrency };
    return {
      price: this.#unknownPriceCount > 0 || knownPrices.length > 1 ? null : (knownPrices[0] ?? nothing),
      hours: this.#unknownHoursCount > 0 ? null : this.#knownHours,
      knownPrices,
      knownHours: this.#knownHours,
      unknownPriceCount: this.#unknownPriceCount,
      unknownHoursCount: this.#unknownHoursCount,
    };
  }
}
