/** An evaluation for people: the product and its baselines side by side, then the counts. */
import { table } from './table.ts';

export type Quality = Record<string, unknown> & { baselines: Record<string, Record<string, unknown>> };

/** Numbers of the product and of each baseline side by side, then the counts. */
export function showQuality({ baselines, ...quality }: Quality): string {
  const measures = Object.keys(Object.values(baselines)[0] ?? {}).filter((name) => typeof quality[name] === 'number');
  const row = (name: string, values: Record<string, unknown>) => ({
    cells: [name, ...measures.map((measure) => show(values[measure]))],
  });
  const rows = [row('skillgap', quality), ...Object.entries(baselines).map(([name, values]) => row(name, values))];
  const rest = Object.entries(quality).filter(
    ([name, value]) => !measures.includes(name) && (typeof value === 'number' || typeof value === 'string'),
  );
  return [
    table([{ title: '' }, ...measures.map((title) => ({ title, align: 'right' as const }))], rows),
    '',
    ...rest.map(([name, value]) => `${name}: ${show(value)}`),
  ].join('\n');
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3);
  return typeof value === 'string' ? value : '';
}
