/**
 * Builds the system for one process, top to bottom: the only place that knows every adapter. Heavy parts (the model, the
 * taxonomy's vectors) open when first asked for; everything opened is closed in reverse.
 */
import type { Config } from './config.ts';
import type { BrowseDeps } from './answers/browse-deps.ts';
import type { EmergingDeps } from './answers/answer-emerging.ts';
import { emergingDeps } from './compose/emerging.ts';
import type { Models } from './compose/open-models.ts';
import type { EmbeddingProgress } from './compose/open-index.ts';
import { chooseTaxonomy, openLinking, type Linking } from './compose/open-linking.ts';
import { ownListsBeside, taxonomyReply } from './compose/own-lists.ts';
import { openStore } from './compose/open-store.ts';
import { linkPostingsDeps, pipelineDeps, type CollectPage } from './compose/pipeline-deps.ts';
import { relinkPostings } from './compose/relink-postings.ts';
import { supplyOfEmployer, supplyOfProfile } from './compose/supply.ts';
import { findSkill } from './corrections/find-skill.ts';
import type { Skill } from './domain/skill.ts';
import { createLog, type Log } from './log.ts';
import { solveInThread } from './credentials/solve-in-thread.ts';
import { linkPostings } from './skills/link-posting.ts';
import { rankOccupations } from './skills/rank-occupations.ts';
import { readVocabulary } from './skills/read-vocabulary.ts';
import type { Store } from './store/store.ts';

export interface SystemOptions {
  /** Taxonomy to link and answer with; default: ESCO where imported. */
  taxonomy?: string | undefined;
  /** Told while the taxonomy is embedded, once for a taxonomy and model: it takes minutes. */
  onEmbedding?: EmbeddingProgress | undefined;
}

export interface System {
  config: Config;
  log: Log;
  store: Store;
  models: () => Promise<Models>;
  linking: () => Promise<Linking>;
  answers: () => Promise<BrowseDeps>;
  /** The same as an organisation sees it: shared rows and its own; null: what is shared. */
  answersFor: (organisation: string | null) => Promise<BrowseDeps>;
  emergingFor: (organisation: string | null) => Promise<EmergingDeps>;
  /** For terms that no skill is near. Opens the model. */
  emerging: () => Promise<EmergingDeps>;
  /** By id or preferred label, in what links are made with. @throws InvalidInputError with near names */
  findSkill: (wanted: string) => Promise<Skill>;
  /** Links these postings again, now. */
  relinkPostings: (ids: readonly string[]) => Promise<void>;
  pipelineDeps: (collectPage?: CollectPage) => ReturnType<typeof pipelineDeps>;
  close: () => Promise<void>;
}

export async function composeSystem(config: Config, options: SystemOptions = {}): Promise<System> {
  const closers: (() => Promise<void>)[] = [];
  const log = createLog(config.logLevel);
  const store = await openStore(config);
  closers.push(() => store.close());

  const models = once(async () => {
    // Loaded here: the runtime of the model takes longer to load than most answers take.
    const { openModels } = await import('./compose/open-models.ts');
    const opened = await openModels(config);
    closers.push(() => opened.close());
    return opened;
  });
  const linking = once(async () => openLinking(config, store, await models(), options.taxonomy, options));
  const shared = once(() => openShared(config, store, models, options));
  const views = new Map<string | null, () => Promise<BrowseDeps>>();
  const answers = once(async () => openAnswers(store, await shared(), linking, models));
  const answersFor = (organisation: string | null) => {
    const known = views.get(organisation);
    if (known !== undefined) return known();
    const view = store.viewOf(organisation);
    const opened = once(async () => openAnswers(view, await shared(), linking, models));
    views.set(organisation, opened);
    return opened();
  };

  return {
    config,
    log,
    store,
    models,
    linking,
    answers,
    answersFor,
    emergingFor: async (organisation) => emergingDeps(await answersFor(organisation), await linking(), await models()),
    emerging: async () => emergingDeps(await answers(), await linking(), await models()),
    findSkill: async (wanted) => {
      const releases = await store.taxonomies.activeReleases();
      const release = chooseTaxonomy(releases, options.taxonomy);
      const lists = ownListsBeside(release, releases, options.taxonomy);
      return findSkill(wanted, await readVocabulary(release, lists, store.taxonomies));
    },
    relinkPostings: (ids) =>
      relinkPostings(ids, store.postings, pipelineDeps(config, store, models, linking).linkPostings),
    pipelineDeps: (collectPage) => pipelineDeps(config, store, models, linking, collectPage),
    async close() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}

/** What all views of the answers share: the taxonomy, its occupations and the index of outcomes. */
async function openShared(config: Config, store: Store, models: () => Promise<Models>, options: SystemOptions) {
  const releases = await store.taxonomies.activeReleases();
  const release = chooseTaxonomy(releases, options.taxonomy);
  const occupations = once(
    async () => new Map((await store.taxonomies.occupations(release.framework)).map((one) => [one.id, one])),
  );
  const searchOutcomes = once(async () => {
    const { openOutcomeSearch } = await import('./compose/search-outcomes.ts');
    return openOutcomeSearch(() => store.credentials.all(), config, await models(), release);
  });
  const linker = await store.lastLinker(release.framework);
  return {
    release,
    lists: ownListsBeside(release, releases, options.taxonomy),
    modelId: linker?.modelId ?? config.model,
    linkerId: linker?.id ?? null,
    occupations,
    searchOutcomes,
  };
}

/** @param store all of it, or as one organisation sees it */
function openAnswers(
  store: Store,
  shared: Awaited<ReturnType<typeof openShared>>,
  linking: () => Promise<Linking>,
  models: () => Promise<Models>,
): Promise<BrowseDeps> {
  const { release, lists, modelId, linkerId, occupations, searchOutcomes } = shared;
  /** Outcomes of everybody are in one index; ids of the credentials that are seen here pick from what it finds. */
  let seen: { all: readonly unknown[]; ids: ReadonlySet<string> } | undefined;
  const isSeen = async () => {
    // The same array until something changes.
    const all = await store.credentials.all();
    if (seen?.all !== all) seen = { all, ids: new Set(all.map(({ id }) => id)) };
    const { ids } = seen;
    return (credentialId: string) => ids.has(credentialId);
  };
  return Promise.resolve({
    taxonomies: store.taxonomies,
    demand: store.demand,
    credentials: store.credentials,
    directory: store.directory,
    postings: store.postings,
    conceptCounts: { skills: release.counts['skills'] ?? 0, occupations: release.counts['occupations'] ?? 0 },
    taxonomy: taxonomyReply(release, lists),
    modelId,
    linkerId,
    occupations,
    rankOccupations: async (title) => {
      const { spaces } = await linking();
      const [ranked] = await rankOccupations([{ title, language: null }], spaces.occupations, (await models()).passing);
      return ranked ?? [];
    },
    searchOutcomes: async (sentences) => (await searchOutcomes()).search(sentences, await isSeen()),
    nearestOutcomes: async (texts) => (await searchOutcomes()).nearest(texts, await isSeen()),
    linkTexts: async (texts) => {
      const opened = await linking();
      return linkPostings(texts, linkPostingsDeps(opened, await models(), opened.mode, false), opened.options);
    },
    supplyOfProfile: async (statements) => supplyOfProfile(statements, await linking()),
    supplyOfEmployer: async (employerKey) => supplyOfEmployer(employerKey, store, release, lists),
    solveIntegerProgram: solveInThread,
  });
}

/** Opens on the first call and shares the result; a failed opening is tried again by the next call. */
function once<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
