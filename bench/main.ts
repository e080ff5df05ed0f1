/**
 * `npm run bench -- NAME [arguments]`: measurements that take too long for the tests. Without a name: what there is.
 */

type Run = (args: readonly string[]) => Promise<void>;

/**
 * Name, arguments, what it measures. A new bench is a line here and a folder beside this file. Each is loaded by itself:
 * what another one needs would count as memory of this one.
 */
const benches: Record<string, { usage: string; open: () => Promise<Run> }> = {
  intervals: {
    usage:
      'intervals HOME [splits]: how often 90 % intervals cover a held-out half; writes docs/evaluation-intervals.md',
    open: async () => (await import('./intervals/bench-intervals.ts')).benchIntervals,
  },
  linking: {
    usage:
      'linking HOME COUNT fast|accurate POSTINGS...: postings linked a second with the taxonomy of a home, and memory',
    open: async () => (await import('./linking/bench-linking.ts')).benchLinking,
  },
  windows: {
    usage:
      'windows COUNT POSTINGS...: sentences read in one pass beside every window encoded alone; writes docs/evaluation-windows.md',
    open: async () => (await import('./windows/bench-windows.ts')).benchWindows,
  },
  scale: {
    usage:
      'scale [HOME] [postings]: answers of a simulated store of 100,000 postings beside a recount; HOME keeps the store',
    open: async () => (await import('./scale/bench-scale.ts')).benchScale,
  },
  clusters: {
    usage:
      'clusters HOME REGION [samples]: clusters of skills asked for together, stable over samples of the postings?',
    open: async () => (await import('./clusters/bench-clusters.ts')).benchClusters,
  },
  'white-spaces': {
    usage: 'white-spaces [count] [first seed]: bundles nobody teaches, planted in simulated markets and found again',
    open: async () => (await import('./white-spaces/bench-white-spaces.ts')).benchWhiteSpaces,
  },
  'wef-mapping': {
    usage: 'wef-mapping: two blind readings of the mapping to the WEF core skills beside each other and the mapping',
    open: async () => (await import('./wef/bench-wef-mapping.ts')).benchWefMapping,
  },
  'api-fuzz': {
    usage: 'api-fuzz [requests] [seed]: requests drawn from the schemas of all routes; no reply may be a fault of ours',
    open: async () => (await import('./api/bench-api-fuzz.ts')).benchApiFuzz,
  },
  'api-load': {
    usage: 'api-load HOME [seconds]: 200 mixed questions a second: time of replies, errors, memory of the server',
    open: async () => (await import('./api/bench-api-load.ts')).benchApiLoad,
  },
  stacks: {
    usage: 'stacks [count] [first seed]: plans of random catalogues beside the optimum of an integer solver',
    open: async () => (await import('./stacks/bench-stacks.ts')).benchStacks,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  const usages = Object.values(benches).map(({ usage }) => `  ${usage}`);
  process.stderr.write(`npm run bench -- NAME, of:\n${usages.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const run = await bench.open();
  await run(args);
}
