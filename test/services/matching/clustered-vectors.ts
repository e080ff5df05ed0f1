/** Unit vectors in clusters, as embedded sentences lie: the same ones for the same seed. */

/** A small deterministic generator (mulberry32), 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function clusteredVectors(count: number, dimensions: number, clusters: number, seed: number): Float32Array[] {
  const random = seededRandom(seed);
  // The sum of three uniform numbers is close enough to a normal one.
  const noise = () => random() + random() + random() - 1.5;
  const centres = Array.from({ length: clusters }, () => Array.from({ length: dimensions }, noise));
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * clusters)]!;
    return toUnit(centre.map((value) => value + 0.8 * noise()));
  });
}

export function toUnit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
