/**
 * White spaces found and bundles planted in, how well the first show the second out, counted over skills.
 *
 * A planted bundle is shown by the white space that holds most of its skills; each white space shows at most one. Recall:
 * part of all planted skills that stand in the white space showing their bundle. Precision: part of all skills in white
 * spaces that belong to the bundle shown; a white space that shows none counts with all its skills.
 */
export interface Agreement {
  recall: number;
  precision: number;
}

export function agreementOf(found: readonly (readonly string[])[], planted: readonly (readonly string[])[]): Agreement {
  const pairs = found
    .flatMap((skillIds, space) =>
      planted.map((bundle, at) => ({ space, at, shared: bundle.filter((id) => skillIds.includes(id)).length })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const usedSpaces = new Set<number>();
  const usedBundles = new Set<number>();
  let shown = 0;
  for (const { space, at, shared } of pairs) {
    if (usedSpaces.has(space) || usedBundles.has(at)) continue;
    usedSpaces.add(space);
    usedBundles.add(at);
    shown += shared;
  }
  return { recall: shown / Math.max(1, planted.flat().length), precision: shown / Math.max(1, found.flat().length) };
}
