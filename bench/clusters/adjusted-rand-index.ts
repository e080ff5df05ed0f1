/**
 * Two clusterings of the same things in, how far they agree out: 1 the same, 0 as two random ones would.
 *
 * Adjusted Rand index (Hubert & Arabie 1985): pairs put together in both, less what chance gives, over the most it could be.
 */
export function adjustedRandIndex(a: readonly number[], b: readonly number[]): number {
  const together = pairsWithin(a.map((cluster, at) => `${cluster} ${b[at] ?? ''}`));
  const [inA, inB, all] = [pairsWithin(a), pairsWithin(b), (a.length * (a.length - 1)) / 2];
  const byChance = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === byChance ? 1 : (together - byChance) / (most - byChance);
}

function pairsWithin(labels: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
