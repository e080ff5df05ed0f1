/**
 * `npm run bench -- NAME [arguments]`: measurements that take too long for the tests. Without a name: what there is.
 */
import { benchApiFuzz } from './api/bench-api-fuzz.ts';
import { benchApiLoad } from './api/bench-api-load.ts';
import { benchClusters } from './clusters/bench-clusters.ts';
import { benchIntervals } from './intervals/bench-intervals.ts';
import { benchLinking } from './linking/bench-linking.ts';
import { benchScale } from './scale/bench-scale.ts';
import { benchStacks } from './stacks/bench-stacks.ts';
import { benchWefMapping } from './wef/bench-wef-mapping.ts';
import { benchWhiteSpaces } from './white-spaces/bench-white-spaces.ts';
import { benchWindows } from './windows/bench-windows.ts';

/** Name, arguments, what it measures. A new bench is a line here and a folder beside this file. */
const benches: Record<string, { usage: string; run: (args: readonly string[]) => Promise<void> }> = {
  intervals: {
    usage:
      'intervals HOME [splits]: how often 90 % intervals cover a held-out half; writes docs/evaluation-intervals.md',
    run: benchIntervals,
  },
  linking: {
    usage:
      'linking HOME COUNT fast|accurate POSTINGS...: postings linked a second with the taxonomy of a home, and memory',
    run: benchLinking,
  },
  windows: {
    usage:
      'windows COUNT POSTINGS...: sentences read in one pass beside every window encoded alone; writes docs/evaluation-windows.md',
    run: benchWindows,
  },
  scale: {
    usage:
      'scale [HOME] [postings]: answers of a simulated store of 100,000 postings beside a recount; HOME keeps the store',
    run: benchScale,
  },
  clusters: {
    usage:
      'clusters HOME REGION [samples]: clusters of skills asked for together, stable over samples of the postings?',
    run: benchClusters,
  },
  'white-spaces': {
    usage: 'white-spaces [count] [first seed]: bundles nobody teaches, planted in simulated markets and found again',
    run: benchWhiteSpaces,
  },
  'wef-mapping': {
    usage: 'wef-mapping: two blind readings of the mapping to the WEF core skills beside each other and the mapping',
    run: benchWefMapping,
  },
  'api-fuzz': {
    usage: 'api-fuzz [requests] [seed]: requests drawn from the schemas of all routes; no reply may be a fault of ours',
    run: benchApiFuzz,
  },
  'api-load': {
    usage: 'api-load HOME [seconds]: 200 mixed questions a second: time of replies, errors, memory of the server',
    run: benchApiLoad,
  },
  stacks: {
    usage: 'stacks [count] [first seed]: plans of random catalogues beside the optimum of an integer solver',
    run: benchStacks,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  const usages = Object.values(benches).map(({ usage }) => `  ${usage}`);
  process.stderr.write(`npm run bench -- NAME, of:\n${usages.join('\n')}\n`);
  process.exitCode = 1;
} else {
  await bench.run(args);
}
