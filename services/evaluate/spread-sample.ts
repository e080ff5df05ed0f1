/** Some of many, evenly spread and always the same ones: files are often sorted, so the first ones would be alike. */

/** At most `limit` of them, in order; all when there are not more. */
export function spreadSample<One>(all: readonly One[], limit: number): readonly One[] {
  if (all.length <= limit) return all;
  return Array.from({ length: limit }, (_, at) => all[Math.floor((at * all.length) / limit)]).filter(
    (one) => one !== undefined,
  );
}
