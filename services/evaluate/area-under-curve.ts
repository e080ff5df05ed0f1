/**
 * How well numbers tell yes from no, whatever the cut: the probability that a positive gets more than a negative, ties
 * counting half (Mann & Whitney 1947). Numbers and labels in, 0 to 1 out; 0.5 is chance.
 */

/** NaN without a positive or without a negative. */
export function areaUnderCurve(values: readonly number[], labels: readonly boolean[]): number {
  return areaOfDraws(values, labels)(Array.from(values.keys()));
}

/**
 * The area of any drawing from the same examples, as a bootstrap needs it: sorted once, then linear in the drawing.
 *
 * @returns a function of positions, which may repeat
 */
export function areaOfDraws(
  values: readonly number[],
  labels: readonly boolean[],
): (drawn: readonly number[]) => number {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const groupByValue = new Map(distinct.map((value, group) => [value, group]));
  const groups = values.map((value) => groupByValue.get(value) ?? 0);
  return (drawn) => {
    const positives = new Float64Array(distinct.length);
    const negatives = new Float64Array(distinct.length);
    for (const at of drawn) {
      const counts = labels[at] === true ? positives : negatives;
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
    let wins = 0;
    let negativesBelow = 0;
    let positiveCount = 0;
    positives.forEach((count, group) => {
      const ties = negatives[group] ?? 0;
      wins += count * (negativesBelow + ties / 2);
      negativesBelow += ties;
      positiveCount += count;
    });
    return wins / (positiveCount * negativesBelow);
  };
}
