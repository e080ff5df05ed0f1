/** The chosen credentials together: what they close, what they cost, what is taught twice. */
import type { RankedCredentialReply } from '../../domain/reply.ts';
import { hours, money } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { jointCoverage } from './joint-coverage.ts';

const words = texts.credentials.stack;

interface StackPanelProps {
  chosen: readonly RankedCredentialReply[];
  onClear: () => void;
}

export function StackPanel({ chosen, onClear }: StackPanelProps) {
  if (chosen.length === 0) {
    return (
      <aside class="panel stack-panel stack tight" aria-label={words.title}>
        <h2>{words.title}</h2>
        <p class="quiet">{words.empty}</p>
      </aside>
    );
  }
  const { together, apart, overlap } = jointCoverage(chosen);
  const unknown = chosen.filter(({ credential }) => credential.hours === null || credential.price === null).length;
  return (
    <aside class="panel stack-panel stack tight" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ol class="free-steps">
        {chosen.map(({ credential }) => (
          <li key={credential.id}>{credential.title}</li>
        ))}
      </ol>
      <p role="status">
        <strong>{words.together(together)}</strong> {apart - together > 0.0005 && words.alone(apart)}
      </p>
      <p class="number">
        {[totalHours(chosen), ...totalPrices(chosen)].join(` ${words.and} `)}
        {unknown > 0 && ` (${words.unknown(unknown)})`}
      </p>
      <p class="small quiet">{overlap.length === 0 ? words.noOverlap : `${words.overlap}: ${overlap.join(', ')}.`}</p>
      <p class="no-print">
        <button type="button" class="button small-one" onClick={onClear}>
          {words.clear}
        </button>
      </p>
    </aside>
  );
}

function totalHours(chosen: readonly RankedCredentialReply[]): string {
  return hours(chosen.reduce((sum, { credential }) => sum + (credential.hours ?? 0), 0));
}

/** By currency: amounts are never converted silently. */
function totalPrices(chosen: readonly RankedCredentialReply[]): string[] {
  const sums = new Map<string, number>();
  for (const { credential } of chosen) {
    if (credential.price === null) continue;
    sums.set(credential.price.currency, (sums.get(credential.price.currency) ?? 0) + credential.price.amount);
  }
  return [...sums].map(([currency, amount]) => money({ amount, currency }));
}
