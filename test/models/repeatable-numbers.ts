/** The same numbers between -1 and 1 for the same seed, on every machine. */
export function repeatableNumbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => Math.sin(seed + at * 12.9898) % 1);
}
