/** The limits of a plan, read from the address and as the API takes them. */
import type { PlanReply } from '../../domain/reply.ts';
import type { Address } from '../address/use-address.ts';

export const DEFAULT_CURRENCY = 'EUR';
export const DEFAULT_WEEKLY_HOURS = 8;
/** More are seldom finished, and each further one closes less. */
export const DEFAULT_COURSES = 6;
export const CURRENCIES = ['EUR', 'GBP', 'USD', 'SEK', 'PLN', 'CHF', 'INR'] as const;
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv'] as const;

export interface Limits {
  budget?: number;
  currency?: string;
  hours?: number;
  weeklyHours: number;
  deadline?: string;
  maxCredentials: number;
  language?: string;
}

export function limitsOf(get: Address['get']): Limits {
  const budget = amountOf(get('budget'));
  const deadline = get('deadline');
  const language = get('language');
  return {
    ...(budget === undefined ? {} : { budget, currency: get('currency') ?? DEFAULT_CURRENCY }),
    weeklyHours: amountOf(get('weekly')) ?? DEFAULT_WEEKLY_HOURS,
    maxCredentials: Math.max(1, Math.round(amountOf(get('courses')) ?? DEFAULT_COURSES)),
    ...(deadline === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(deadline) ? {} : { deadline }),
    ...(language === undefined ? {} : { language }),
  };
}

/** A point of the frontier of a plan as the tighter limits that lead to it; null where none is picked. */
export function pickedLimits(get: Address['get'], limits: Limits, { frontier }: PlanReply): Limits | null {
  const [price, hours] = (get('pick') ?? '').split('-').map(Number);
  if (price === undefined || hours === undefined || !Number.isFinite(price) || !Number.isFinite(hours)) return null;
  const currency = frontier[0]?.price.currency ?? limits.currency ?? DEFAULT_CURRENCY;
  return { ...limits, budget: price, currency, hours };
}

export function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}

function amountOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const amount = Number(text);
  return Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}
