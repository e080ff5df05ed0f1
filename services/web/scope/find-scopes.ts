/** Regions, employers and occupations that have postings, by what was typed so far. */
import { ask } from '../ask/ask.ts';
import type { ScopeKind } from '../../domain/directory-reply.ts';
import type { Choice } from '../parts/choice-field.tsx';
import { texts } from '../texts/texts.ts';

export async function findScopes(kind: ScopeKind, text: string, signal: AbortSignal): Promise<Choice[]> {
  const { scopes } = await ask('get /v1/scopes', { kind, text, limit: 20 }, signal);
  return scopes.map(({ value, label, within, postingCount }) => ({
    value,
    label,
    beside: [within?.label, texts.region.fields.postings(postingCount)].filter((part) => part !== undefined).join(', '),
  }));
}

export const findRegions = (text: string, signal: AbortSignal) => findScopes('region', text, signal);
export const findOccupations = (text: string, signal: AbortSignal) => findScopes('occupation', text, signal);
export const findEmployers = (text: string, signal: AbortSignal) => findScopes('employer', text, signal);
