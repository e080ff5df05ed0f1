/**
 * White spaces of simulated markets measured: of the bundles planted there, how many skills are found in the right place
 * (recall), and how many of those found belong there (precision). Exit code 1 below the floors.
 *
 * Seeds 1 to 50 are for measuring only: the resolution was chosen on seeds 1001 to 1004.
 */
import { findWhiteSpaces } from '../../services/briefs/find-white-space.ts';
import { simulateMarket } from '../../test/services/briefs/simulated-market.ts';
import { agreementOf, type Agreement } from '../../test/services/briefs/white-space-agreement.ts';

const DEFAULT_COUNT = 50;
const RECALL_FLOOR = 0.95;
const PRECISION_FLOOR = 0.9;

export async function benchWhiteSpaces(args: readonly string[]): Promise<void> {
  const [count = DEFAULT_COUNT, first = 1] = args.map(Number);
  const agreements: Agreement[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const { request, planted } = simulateMarket(seed);
    const spaces = await findWhiteSpaces(request);
    const found = spaces.map(({ skills }) => skills.map(({ gap }) => gap.skillId as string));
    agreements.push(agreementOf(found, planted));
  }
  const recall = summarise(agreements.map((agreement) => agreement.recall));
  const precision = summarise(agreements.map((agreement) => agreement.precision));
  process.stdout.write(
    [
      `${count} simulated markets, seeds ${first} to ${first + count - 1}`,
      `recall:    mean ${recall.mean.toFixed(3)}, lowest ${recall.lowest.toFixed(3)} (floor ${RECALL_FLOOR})`,
      `precision: mean ${precision.mean.toFixed(3)}, lowest ${precision.lowest.toFixed(3)} (floor ${PRECISION_FLOOR})`,
      '',
    ].join('\n'),
  );
  if (recall.mean < RECALL_FLOOR || precision.mean < PRECISION_FLOOR) process.exitCode = 1;
}

function summarise(values: readonly number[]): { mean: number; lowest: number } {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, lowest: Math.min(...values) };
}
