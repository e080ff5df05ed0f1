import { describe, expect, it } from 'vitest';
import { randomStack } from '../../../bench/stacks/random-stack.ts';
import { needsCore } from '../../../services/credentials/core-problem.ts';
import { searchBest } from '../../../services/credentials/search-best.ts';
import { prepareSearch } from '../../../services/credentials/stack-search.ts';
import { noLimits, problemOf } from './stack-problems.ts';

const limits = { ...noLimits, price: 900, hours: 150 };

describe('searchBest', () => {
  // A plan found with full effort stands for a lucky start: the short search of the core seldom finds it again.
  it.each([1, 2, 3, 4])('keeps a start that is better than what the core gives (instance %i)', (seed) => {
    const { heldIds = [], ...request } = randomStack(seed, { skillCount: 300, credentialCount: 900 });
    const problem = problemOf({ ...request, heldIds: [...heldIds] });
    expect(needsCore(problem)).toBe(true);
    const lucky = prepareSearch(problem)(limits);
    const best = searchBest(problem, () => lucky, limits, true);
    expect(best.selection.value).toBeGreaterThanOrEqual(lucky.value);
    expect(best.bound).toBeGreaterThanOrEqual(best.selection.value);
  });
});
