/** A scope as it stands in a question: "East of England", "data analyst in Galway", "Rinvara Security". */
import type { ReplyHeader } from '../../domain/reply.ts';
import { texts } from '../texts/texts.ts';

export function scopeTitle(reply: Pick<ReplyHeader, 'scope' | 'scopeLabel'> | null): string | null {
  if (reply === null) return null;
  const { region, employer, occupation } = reply.scope;
  const who = employer?.name ?? region?.name ?? null;
  if (occupation === null) return who ?? reply.scopeLabel;
  return who === null ? occupation.label : texts.scope.within(occupation.label, who, employer !== null);
}
