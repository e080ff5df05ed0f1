/** `skillgap evaluate linking | ranking | occupations`: how good, beside baselines in the same run. */
import { Command, Option } from 'commander';
import { composeSystem, type System } from '../compose.ts';
import { readCredentialFile } from '../credentials/read-credentials.ts';
import type { Credential } from '../domain/credential.ts';
import { evaluateLinking, type LinkingEvaluation } from '../evaluate/evaluate-linking.ts';
import { evaluateOccupations } from '../evaluate/evaluate-occupations.ts';
import { evaluateRanking } from '../evaluate/evaluate-ranking.ts';
import { readLabels, type LabelFile } from '../evaluate/linking-targets.ts';
import { readLinkingGold, type LinkingGoldFile } from '../evaluate/read-linking-gold.ts';
import { readOccupationGold, type OccupationGoldFile } from '../evaluate/read-occupation-gold.ts';
import { readRankingGold, type RankingGold } from '../evaluate/read-ranking-gold.ts';
import { buildCredentialTextRanker } from '../evaluate/rank-by-text.ts';
import { seededRandom } from '../gaps/seeded-random.ts';
import { rankCandidates } from '../skills/link-mentions.ts';
import { rankOccupations } from '../skills/rank-occupations.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import { addCommonOptions, configOf, embeddingProgress, reply, wholeNumber, type CommonOptions } from './context.ts';
import { showQuality, type Quality } from './show/show-quality.ts';

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
        const read = async () => ({
          gold: await readLinkingGold(options.gold),
          labels: options.labels === undefined ? undefined : await readLabels(options.labels),
        });
        await evaluating(options, read, (system, files) => measureLinking(system, files, options));
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('ranking'))
      .requiredOption('--credentials <file>', 'the catalogue')
      .requiredOption('--queries <file>', 'JSONL: {"id", "text"}')
      .requiredOption('--qrels <file>', 'JSONL: {"query", "credential", "gain"}')
      .action(async (options: CommonOptions & { credentials: string; queries: string; qrels: string }) => {
        await evaluating(
          options,
          () => readRanking(options),
          (system, files) => measureRanking(system, files, options),
        );
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('occupations'))
      .requiredOption('--gold <file>', 'JSONL: {"title", "description"?, "occupation"}')
      .action(async (options: CommonOptions & { gold: string }) => {
        await evaluating(
          options,
          () => readOccupationGold(options.gold),
          (system, gold) => measureOccupations(system, gold, options),
        );
      }),
  );
  return command;
}

/** @param read the files, before anything slow is opened: a missing one should not be reported after a minute */
async function evaluating<Gold>(
  options: CommonOptions,
  read: () => Promise<Gold>,
  work: (system: System, gold: Gold) => Promise<Quality>,
): Promise<void> {
  const gold = await read();
  const system = await composeSystem(configOf(options), { onEmbedding: embeddingProgress() });
  try {
    const quality = await work(system, gold);
    reply(options, quality, () => showQuality(quality));
  } finally {
    await system.close();
  }
}

/** A generator for each name under the seed of the command line. */
export const randomFor =
  ({ seed }: Pick<CommonOptions, 'seed'>) =>
  (name: string) =>
    seededRandom(wholeNumber('--seed', seed, 0) ?? 1, name);

/** @param options the seed of the intervals and the mode of the windows */
export async function measureLinking(
  system: System,
  files: { gold: LinkingGoldFile; labels: LabelFile | undefined },
  options: Pick<CommonOptions, 'seed'> & { mode: WindowMode },
) {
  const { spaces, mentionsFor, notes } = await system.linking();
  const models = await system.models();
  const evaluation: LinkingEvaluation = await evaluateLinking({
    ...files,
    skills: [...spaces.skills.skills.values()].map(({ id, preferredLabel }) => ({ id, label: preferredLabel })),
    // Every sentence of a gold file asks for something: only the ranking is measured here.
    rankSkills: async (sentences) => {
      const ranked = await rankCandidates(sentences, mentionsFor(options.mode, false), {
        minConfidence: 0,
        minRequirementProbability: 0,
      });
      return ranked.map(({ candidates }) => candidates);
    },
    embedder: models.kept,
    randomFor: randomFor(options),
    nowMs: () => performance.now(),
  });
  return { ...evaluation, mode: options.mode, notes, ...about(system, spaces.release) };
}

interface RankingFiles {
  credentials: Credential[];
  gold: RankingGold;
}

/** The catalogue with its queries and judgements. */
export async function readRanking(options: {
  credentials: string;
  queries: string;
  qrels: string;
}): Promise<RankingFiles> {
  const credentials: Credential[] = [];
  for await (const { credential } of readCredentialFile({ file: options.credentials, format: 'auto' })) {
    if (credential !== undefined) credentials.push(credential);
  }
  const ids = new Set(credentials.map(({ id }) => id));
  return { credentials, gold: await readRankingGold(options.queries, options.qrels, ids) };
}

export async function measureRanking(
  system: System,
  { credentials, gold }: RankingFiles,
  options: Pick<CommonOptions, 'seed'>,
) {
  const { passing } = await system.models();
  const ranker = await buildCredentialTextRanker(credentials, passing);
  const evaluation = await evaluateRanking({
    credentials,
    gold,
    rankCredentials: (text) => ranker.rank(text, credentials.length),
    embedder: passing,
    randomFor: randomFor(options),
  });
  return { ...evaluation, model: passing.modelId };
}

export async function measureOccupations(
  system: System,
  gold: OccupationGoldFile,
  options: Pick<CommonOptions, 'seed'>,
) {
  const { spaces } = await system.linking();
  const { passing, kept } = await system.models();
  const evaluation = await evaluateOccupations({
    gold,
    occupations: [...spaces.occupations.occupations.values()].map(({ id, preferredLabel, altLabels, iscoCode }) => ({
      id,
      labels: [preferredLabel, ...altLabels],
      iscoCode,
    })),
    linkOccupation: async (posting) => {
      const [ranked] = await rankOccupations([posting], spaces.occupations, passing, { limit: Infinity });
      return ranked ?? [];
    },
    embedder: kept,
    randomFor: randomFor(options),
  });
  return { ...evaluation, ...about(system, spaces.release) };
}

function about({ config }: System, { framework, version }: { framework: string; version: string }) {
  return { model: config.model, taxonomy: { name: framework, version } };
}
