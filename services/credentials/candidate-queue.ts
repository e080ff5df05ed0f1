/**
 * A binary heap of candidates, best first, for the lazy greedy search.
 */
export interface QueuedCandidate {
  position: number;
  /** What the search maximises; never below the candidate's value now, which makes looking at the top enough. */
  worth: number;
}

/** Largest worth first, ties by position, so that the search takes the same path every time. */
export function byWorth(a: QueuedCandidate, b: QueuedCandidate): number {
  return b.worth - a.worth || a.position - b.position;
}

export class CandidateQueue {
  readonly #heap: QueuedCandidate[];

  /** @param sorted in the order of `byWorth`: a sorted array is a heap already */
  constructor(sorted: QueuedCandidate[]) {
    this.#heap = sorted;
  }

  get first(): QueuedCandidate | undefined {
    return this.#heap[0];
  }

  add(entry: QueuedCandidate): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || byWorth(entry, parent) > 0) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  take(): QueuedCandidate | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && byWorth(right, left) < 0;
      const child = isRight ? right : left;
      if (child === undefined || byWorth(child, last) > 0) break;
      heap[at] = child;
      at = isRight ? 2 * at + 2 : 2 * at + 1;
    }
    heap[at] = last;
    return top;
  }
}
