/** `skillgap evaluate linking | ranking | occupations`: how good, beside baselines in the same run. */
import { Command, Option } from 'commander';
import { composeSystem, type System } from '../compose.ts';
import { readCredentialFile } from '../credentials/read-credentials.ts';
import type { Credential } from '../domain/credential.ts';
import { evaluateLinking, type LinkingEvaluation } from '../evaluate/evaluate-linking.ts';
import { evaluateOccupations } from '../evaluate/evaluate-occupations.ts';
import { evaluateRanking } from '../evaluate/evaluate-ranking.ts';
import { buildCredentialTextRanker } from '../evaluate/rank-by-text.ts';
import { seededRandom } from '../gaps/seeded-random.ts';
import { rankCandidates } from '../skills/link-mentions.ts';
import { rankOccupations } from '../skills/link-occupations.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import { addCommonOptions, configOf, reply, wholeNumber, type CommonOptions } from './context.ts';
import { table } from './show/table.ts';

export function evaluateCommand(): Command {
  const command = new Command('evaluate').description(
    'measures linking, ranking or occupation linking on labelled data',
  );
  command.addCommand(
    addCommonOptions(new Command('linking'))
      .requiredOption('--gold <file>', 'JSONL: {"text", "skills": [label or URI]}')
      .option('--labels <file>', 'only these labels are targets, one a line')
      .addOption(new Option('--mode <mode>', 'window mode').choices(['accurate', 'fast']).default('accurate'))
      .action(async (options: CommonOptions & { gold: string; labels?: string; mode: WindowMode }) => {
        await evaluating(options, (system) => linking(system, options));
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('ranking'))
      .requiredOption('--credentials <file>', 'the catalogue')
      .requiredOption('--queries <file>', 'JSONL: {"id", "text"}')
      .requiredOption('--qrels <file>', 'JSONL: {"query", "credential", "gain"}')
      .action(async (options: CommonOptions & { credentials: string; queries: string; qrels: string }) => {
        await evaluating(options, (system) => ranking(system, options));
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('occupations'))
      .requiredOption('--gold <file>', 'JSONL: {"title", "description"?, "occupation"}')
      .action(async (options: CommonOptions & { gold: string }) => {
        await evaluating(options, (system) => occupations(system, options));
      }),
  );
  return command;
}

type Quality = Record<string, unknown> & { baselines: Record<string, Record<string, unknown>> };

async function evaluating(options: CommonOptions, work: (system: System) => Promise<Quality>): Promise<void> {
  const system = await composeSystem(configOf(options));
  try {
    const quality = await work(system);
    reply(options, quality, () => showQuality(quality));
  } finally {
    await system.close();
  }
}

const randomFor =
  ({ seed }: CommonOptions) =>
  (name: string) =>
    seededRandom(wholeNumber('--seed', seed, 0) ?? 1, name);

async function linking(
  system: System,
  options: CommonOptions & { gold: string; labels?: string; mode: WindowMode },
): Promise<Quality> {
  const { spaces, mentions, notes } = await system.linking();
  const models = await system.models();
  const evaluation: LinkingEvaluation = await evaluateLinking({
    goldFile: options.gold,
    labelsFile: options.labels,
    skills: [...spaces.skills.skills.values()].map(({ id, preferredLabel }) => ({ id, label: preferredLabel })),
    // Every sentence of a gold file asks for something: only the ranking is measured here.
    rankSkills: async (sentences) => {
      const ranked = await rankCandidates(
        sentences,
        { ...mentions, sentenceEmbedder: models.passing },
        { mode: options.mode, minRequirementProbability: 0 },
      );
      return ranked.map(({ candidates }) => candidates);
    },
    embedder: models.kept,
    randomFor: randomFor(options),
    nowMs: () => performance.now(),
  });
  return { ...evaluation, mode: options.mode, notes, ...about(system, spaces.release) };
}

async function ranking(
  system: System,
  options: CommonOptions & { credentials: string; queries: string; qrels: string },
): Promise<Quality> {
  const credentials: Credential[] = [];
  for await (const { credential } of readCredentialFile({ file: options.credentials, format: 'auto' })) {
    if (credential !== undefined) credentials.push(credential);
  }
  const { passing } = await system.models();
  const ranker = await buildCredentialTextRanker(credentials, passing);
  const evaluation = await evaluateRanking({
    credentials,
    queriesFile: options.queries,
    qrelsFile: options.qrels,
    rankCredentials: (text) => ranker.rank(text, credentials.length),
    embedder: passing,
    randomFor: randomFor(options),
  });
  return { ...evaluation, model: passing.modelId };
}

async function occupations(system: System, options: CommonOptions & { gold: string }): Promise<Quality> {
  const { spaces } = await system.linking();
  const { passing, kept } = await system.models();
  const evaluation = await evaluateOccupations({
    goldFile: options.gold,
    occupations: [...spaces.occupations.occupations.values()].map(({ id, preferredLabel, altLabels, iscoCode }) => ({
      id,
      labels: [preferredLabel, ...altLabels],
      iscoCode,
    })),
    linkOccupation: async ({ title }) => (await rankOccupations([title], spaces.occupations, passing))[0] ?? [],
    embedder: kept,
    randomFor: randomFor(options),
  });
  return { ...evaluation, ...about(system, spaces.release) };
}

function about({ config }: System, { framework, version }: { framework: string; version: string }) {
  return { model: config.model, taxonomy: { name: framework, version } };
}

/** Numbers of the product and of each baseline side by side, then the counts. */
function showQuality({ baselines, ...quality }: Quality): string {
  const measures = Object.keys(Object.values(baselines)[0] ?? {}).filter((name) => typeof quality[name] === 'number');
  const row = (name: string, values: Record<string, unknown>) => ({
    cells: [name, ...measures.map((measure) => show(values[measure]))],
  });
  const rows = [row('skillgap', quality), ...Object.entries(baselines).map(([name, values]) => row(name, values))];
  const rest = Object.entries(quality).filter(
    ([name, value]) => !measures.includes(name) && (typeof value === 'number' || typeof value === 'string'),
  );
  return [
    table([{ title: '' }, ...measures.map((title) => ({ title, align: 'right' as const }))], rows),
    '',
    ...rest.map(([name, value]) => `${name}: ${show(value)}`),
  ].join('\n');
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3);
  return typeof value === 'string' ? value : '';
}
