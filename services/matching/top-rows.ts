/**
 * Keeps the rows with the largest values out of many, without sorting the many.
 *
 * Rows are offered in ascending order. A row that only equals the worst kept one is not taken, so among equal values
 * the first rows stay: with rows in the order of their ids, ties break on the id.
 */
export interface RankedRow {
  row: number;
  value: number;
}

export class TopRows {
  readonly #limit: number;
  /** A binary heap: the worst kept row is first, each row is no better than its two children. */
  readonly #heap: RankedRow[] = [];

  /** @param limit how many rows to keep, 0 or more */
  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(row: number, value: number): void {
    if (this.#heap.length < this.#limit) {
      this.#heap.push({ row, value });
      this.#rise(this.#heap.length - 1);
      return;
    }
    const worst = this.#heap[0];
    if (!worst || value <= worst.value) return;
    this.#heap[0] = { row, value };
    this.#sink(0);
  }

  /** Largest value first, then lowest row. */
  toSorted(): RankedRow[] {
    return [...this.#heap].sort(byLargestValue);
  }

  #rise(from: number): void {
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isWorse(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #sink(from: number): void {
    let parent = from;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let worst = parent;
      if (this.#isWorse(left, worst)) worst = left;
      if (this.#isWorse(right, worst)) worst = right;
      if (worst === parent) return;
      this.#swap(parent, worst);
      parent = worst;
    }
  }

  #isWorse(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (!first || !second) return false;
    return first.value < second.value || (first.value === second.value && first.row > second.row);
  }

  #swap(a: number, b: number): void {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (!first || !second) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

/** Largest value first, then lowest row. */
export function byLargestValue(a: RankedRow, b: RankedRow): number {
  return b.value - a.value || a.row - b.row;
}
