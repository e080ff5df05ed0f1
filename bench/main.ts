/**
 * `npm run bench -- NAME [arguments]`: measurements that take too long for the tests. Without a name: what there is.
 */
import { benchClusters } from './clusters/bench-clusters.ts';
import { benchLinking } from './linking/bench-linking.ts';
import { benchStacks } from './stacks/bench-stacks.ts';
import { benchWhiteSpaces } from './white-spaces/bench-white-spaces.ts';

/** Name, arguments, what it measures. A new bench is a line here and a folder beside this file. */
const benches: Record<string, { usage: string; run: (args: readonly string[]) => Promise<void> }> = {
  linking: {
    usage:
      'linking HOME COUNT fast|accurate POSTINGS...: postings linked a second with the taxonomy of a home, and memory',
    run: benchLinking,
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
