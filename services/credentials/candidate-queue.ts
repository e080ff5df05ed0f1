/**
 * The candidates of a lazy greedy search, best first: a sorted list that many searches share, and a heap beside it.
 *
 * The list holds every candidate with its worth when nothing is chosen and is only read; what is measured again or anew
 * goes into the heap. The best of the queue is the better of the two heads.
 */
import type { CandidateRows } from './candidate-rows.ts';

/** Positions and what each is worth at the start, largest worth first, ties by position. */
export interface SortedCandidates {
  positions: Int32Array;
  worths: Float64Array;
  /** The least price and hours of a single candidate from here to the end of the list. */
  leastPrices: Float64Array;
  leastHours: Float64Array;
}

/** Largest worth first, ties by position, so that the search takes the same path every time. */
export function isBefore(worthA: number, positionA: number, worthB: number, positionB: number): boolean {
  return worthA > worthB || (worthA === worthB && positionA < positionB);
}

/** @param worths by position of the candidate; a worth of 0 or less is left out */
export function sortCandidates(
  worths: Float64Array,
  { prices, hours }: Pick<CandidateRows, 'prices' | 'hours'>,
): SortedCandidates {
  const worthy: number[] = [];
  worths.forEach((worth, position) => {
    if (worth > 0) worthy.push(position);
  });
  const positions = Int32Array.from(worthy).sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
  return {
    positions,
    worths: Float64Array.from(positions, (position) => worths[position] ?? 0),
    leastPrices: leastFromHere(positions, prices),
    leastHours: leastFromHere(positions, hours),
  };
}

function leastFromHere(positions: Int32Array, amounts: Float64Array): Float64Array {
  const least = new Float64Array(positions.length);
  for (let at = positions.length - 1; at >= 0; at -= 1) {
    least[at] = Math.min(amounts[positions[at] ?? 0] ?? 0, least[at + 1] ?? Infinity);
  }
  return least;
}

export class CandidateQueue {
  readonly #sorted: SortedCandidates;
  #next = 0;
  readonly #positions: number[] = [];
  readonly #worths: number[] = [];

  constructor(sorted: SortedCandidates) {
    this.#sorted = sorted;
  }

  /** Removes the best candidate; -1 when the queue is empty. */
  take(): number {
    if (!this.#isListFirst()) return this.#takeFromHeap();
    const position = this.#sorted.positions[this.#next] ?? -1;
    if (position >= 0) this.#next += 1;
    return position;
  }

  /** Whether a candidate of this worth would be taken before everything in the queue. */
  leads(worth: number, position: number): boolean {
    const { positions, worths } = this.#sorted;
    const isBehindList =
      this.#next < positions.length && isBefore(worths[this.#next] ?? 0, positions[this.#next] ?? 0, worth, position);
    const isBehindHeap =
      this.#positions.length > 0 && isBefore(this.#worths[0] ?? 0, this.#positions[0] ?? 0, worth, position);
    return !isBehindList && !isBehindHeap;
  }

  /** Ends the list when none of its rest is within this money and time; what is in the heap stays. */
  endListBeyond(price: number, hours: number): void {
    const { leastPrices, leastHours, positions } = this.#sorted;
    if ((leastPrices[this.#next] ?? 0) > price || (leastHours[this.#next] ?? 0) > hours) this.#next = positions.length;
  }

  add(position: number, worth: number): void {
    let at = this.#positions.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(worth, position, this.#worths[above] ?? 0, this.#positions[above] ?? 0)) break;
      this.#move(above, at);
      at = above;
    }
    this.#positions[at] = position;
    this.#worths[at] = worth;
  }

  #isListFirst(): boolean {
    if (this.#positions.length === 0) return true;
    const { positions, worths } = this.#sorted;
    if (this.#next >= positions.length) return false;
    const [position, worth] = [positions[this.#next] ?? 0, worths[this.#next] ?? 0];
    return isBefore(worth, position, this.#worths[0] ?? 0, this.#positions[0] ?? 0);
  }

  #takeFromHeap(): number {
    const top = this.#positions[0] ?? -1;
    const position = this.#positions.pop() ?? -1;
    const worth = this.#worths.pop() ?? 0;
    const size = this.#positions.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#isInOrder(child + 1, child)) child += 1;
      if (!isBefore(this.#worths[child] ?? 0, this.#positions[child] ?? 0, worth, position)) break;
      this.#move(child, at);
      at = child;
    }
    this.#positions[at] = position;
    this.#worths[at] = worth;
    return top;
  }

  #isInOrder(a: number, b: number): boolean {
    return isBefore(this.#worths[a] ?? 0, this.#positions[a] ?? 0, this.#worths[b] ?? 0, this.#positions[b] ?? 0);
  }

  #move(from: number, to: number): void {
    this.#positions[to] = this.#positions[from] ?? 0;
    this.#worths[to] = this.#worths[from] ?? 0;
  }
}
