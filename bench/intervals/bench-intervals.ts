/**
 * The linked postings of a home in, docs/evaluation-intervals.md out: how often the 90 % intervals cover a held-out half.
 * Exit code 1 where postings split at random are covered less than 88 or more than 92 times in 100.
 */
import { writeFileSync } from 'node:fs';
import { DEFAULT_MIN_POSTING_COUNT } from '../../services/answers/measure-scope.ts';
import { openStore } from '../../services/compose/open-store.ts';
import { seededRandom } from '../../services/gaps/seeded-random.ts';
import { defaultFloors } from '../../services/gaps/suppress-cells.ts';
import { groupBy } from '../../services/domain/group-by.ts';
import type { Store } from '../../services/store/store.ts';
import { WHOLE_SCOPE } from '../../test/services/store/store-fixture.ts';
import {
  cellsOf,
  coverOnce,
  splitEmployers,
  splitPostings,
  type Covered,
  type SplitPosting,
} from './split-postings.ts';

const USAGE = 'intervals HOME [splits]';
const DEFAULT_SPLITS = 200;
const REPORT = 'docs/evaluation-intervals.md';
const [LEAST, MOST] = [0.88, 0.92];

interface SourceResult {
  source: string;
  postingCount: number;
  cellCount: number;
  wide: Covered;
  small: Covered;
  /** As small, without the cells that would not be shown. */
  smallShown: Covered;
  smallCount: number;
  byEmployer: Covered;
}

export async function benchIntervals([home, splits]: readonly string[]): Promise<void> {
  if (home === undefined) throw new Error(`Use: npm run bench -- ${USAGE}`);
  const count = Number(splits ?? DEFAULT_SPLITS);
  const store = await openStore({ homeFolder: home, databaseUrl: undefined });
  try {
    const bySource = await readPostings(store);
    const results = [...bySource].map(([source, postings]) => coverSource(source, postings, count));
    const text = reportOf(results, count);
    writeFileSync(REPORT, text);
    process.stdout.write(text);
    const isOff = [...results.map(({ wide }) => wide), sumOf(results, 'smallShown')].some(
      (sum) => sum.cells > 0 && (shareOf(sum) < LEAST || shareOf(sum) > MOST),
    );
    if (isOff) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

/** Linked originals by source, each with its probabilities. */
async function readPostings(store: Store): Promise<Map<string, SplitPosting[]>> {
  const found: (SplitPosting & { source: string })[] = [];
  for await (const { id, source, employerKey, regionCode } of store.postings.eachPosting()) {
    const { n, skills } = await store.demand.counts({ ...WHOLE_SCOPE, postingId: id });
    if (n === 0) continue;
    const probabilities = new Map(skills.map(({ skillId, expectedCount }) => [skillId, expectedCount]));
    found.push({ source, employerKey, region: regionCode, skills: probabilities });
  }
  return groupBy(found, ({ source }) => source);
}

function coverSource(source: string, postings: SplitPosting[], splits: number): SourceResult {
  const cells = cellsOf(postings);
  const random = seededRandom(1, source);
  const small = [...groupBy(postings, ({ region }) => region)].filter(
    ([region, inside]) =>
      region !== null && inside.length >= 2 * defaultFloors.postings && 2 * inside.length <= postings.length,
  );
  const regions = small.map(([region, inside]) => ({
    inside,
    rest: postings.filter((posting) => posting.region !== region),
  }));
  const result: SourceResult = {
    source,
    postingCount: postings.length,
    cellCount: cells.length,
    wide: { cells: 0, covered: 0 },
    small: { cells: 0, covered: 0 },
    smallShown: { cells: 0, covered: 0 },
    smallCount: small.length,
    byEmployer: { cells: 0, covered: 0 },
  };
  for (let split = 0; split < splits; split += 1) {
    add(result.wide, coverOnce(postings, [], cells, random, splitPostings));
    add(result.byEmployer, coverOnce(postings, [], cells, random, splitEmployers));
    for (const { inside, rest } of regions) {
      const once = coverOnce(inside, rest, cells, random, splitPostings);
      add(result.small, once);
      add(result.smallShown, once.shown);
    }
  }
  return result;
}

type Figure = 'wide' | 'small' | 'smallShown' | 'byEmployer';

function add(sum: Covered, one: Covered): void {
  sum.cells += one.cells;
  sum.covered += one.covered;
}

function sumOf(results: readonly SourceResult[], of: Figure): Covered {
  const sum: Covered = { cells: 0, covered: 0 };
  for (const result of results) add(sum, result[of]);
  return sum;
}

function shareOf({ cells, covered }: Covered): number {
  return covered / cells;
}

function reportOf(results: readonly SourceResult[], splits: number): string {
  const shown = (sum: Covered) => (sum.cells === 0 ? '' : `${(100 * shareOf(sum)).toFixed(1)} %`);
  const rows = results.map(
    ({ source, postingCount, cellCount, wide, small, smallShown, smallCount, byEmployer }) =>
      `| ${source} | ${postingCount} | ${cellCount} | ${shown(wide)} | ${smallCount} | ${shown(smallShown)} | ${shown(small)} | ${shown(byEmployer)} |`,
  );
  const all = (of: Figure) => shown(sumOf(results, of));
  return `# How often the intervals cover

Linked postings of each source are split in halves at random, ${splits} times. One half gives the posterior of every skill that
at least ${defaultFloors.postings} postings of ${defaultFloors.employers} employers of the source ask for; its 90 % predictive interval (the posterior and the other half's own
sampling) should hold the share in the other half 90 times in 100. Small scopes are the regions with ${2 * defaultFloors.postings} postings or more in a
source, at most half of it, shrunk towards the rest: the shares that an answer about them would show (${DEFAULT_MIN_POSTING_COUNT} postings or
more ask), and all skills of the source, also those that nobody asks for in that half of the region. Shares are those the
linker sees: what it gets wrong everywhere is not in an interval. Written by \`npm run bench -- ${USAGE}\`.

| source | postings | skills | covered | regions | shown in regions | all skills in regions | whole employers held out |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
| all | ${results.reduce((sum, { postingCount }) => sum + postingCount, 0)} | | ${all('wide')} | | ${all('smallShown')} | ${all('small')} | ${all('byEmployer')} |

The last column holds whole employers out instead of postings. An employer repeats itself, so shares of employers not seen
yet vary more than the intervals say; they are about more postings of the market as it was sampled.
`;
}
