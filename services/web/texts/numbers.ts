/** Numbers as readers say them: shares as "34 of 100 (28-41)", never a decimal more than the interval bears. */

/** A share, 0 to 1, as so many of 100. Below 10 one decimal: 9.5 and 9.8 differ, 34.2 and 34.4 do not. */
export function ofHundred(share: number): string {
  const amount = share * 100;
  if (amount > 0 && amount < 0.1) return '<0.1';
  return amount < 9.95 && amount > 0 ? amount.toFixed(1) : Math.round(amount).toString();
}

export function intervalOfHundred([low, high]: readonly [number, number]): string {
  const decimals = high * 100 < 9.95 ? 1 : 0;
  const bound = (value: number) => (value * 100).toFixed(decimals);
  return `${bound(low)}–${bound(high)}`;
}

export function wholeNumber(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

export function money({ amount, currency }: { amount: number; currency: string }): string {
  if (amount === 0) return 'free';
  const digits = Number.isInteger(amount) ? 0 : 2;
  return `${amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
}

export function hours(value: number): string {
  return `${value < 10 && !Number.isInteger(value) ? value.toFixed(1) : wholeNumber(value)} h`;
}

export function day(iso: string): string {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A probability; only a declaration is entirely sure. */
export function percentSure(probability: number): string {
  return `${Math.max(1, Math.min(probability < 1 ? 99 : 100, Math.round(probability * 100)))} %`;
}
