/** Everything linking needs, opened once: the taxonomy's spaces, the trained parameters, and the linker's name. */
import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';
import { UnavailableError } from '../errors.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';
import type { BlendedClassifier } from '../../models/blended-classifier.ts';
import { readParameters, type TrainedParameters } from '../../models/read-parameters.ts';
import type { LogisticParameters } from '../../models/logistic-regression.ts';
import type { SentenceReader } from '../../models/sentence-reader.ts';
import type { Spaces } from '../skills/build-spaces.ts';
import { LINK_FEATURES } from '../skills/link-features.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import type { LinkCorrectedDeps } from '../skills/link-corrected.ts';
import { DEFAULT_LINK_OPTIONS, type LinkOptions, type SentenceLinks } from '../skills/link-mentions.ts';
import { createSentenceMemory, type SentenceMemory } from '../skills/sentence-memory.ts';
import type { Linker, Store, TaxonomySummary } from '../store/store.ts';
import { openAskingWords, type AskingWordsOf } from './open-asking-words.ts';
import { openLetterMaps, type LetterMapOf } from './open-letter-maps.ts';
import type { Models } from './open-models.ts';
import { openReader, openWindowMap } from './open-reader.ts';
import { ownListsBeside } from './own-lists.ts';
import { openSpaces, type OpenSpacesOptions } from './open-spaces.ts';

export interface Linking {
  linker: Linker;
  spaces: Spaces;
  /** @param keeps whether sentence vectors go into the home folder: never for what a person typed */
  mentionsFor: (mode: WindowMode, keeps: boolean) => LinkCorrectedDeps;
  /** Of stored links. Chosen by evidence, see docs/adr/0008 and models/README.md. */
  mode: WindowMode;
  options: LinkOptions;
  askingWordsOf: AskingWordsOf;
  /** Said in replies when the parameters were trained for another model. */
  notes: string[];
}

/** Raise with every change that can alter a link: stored postings are then linked again. */
export const LINKER_VERSION = 21;
const DEFAULT_MODE: WindowMode = 'fast';
/** Of 70,000 sentences of British and American adverts a seventh had been read before, most of them lately. */
const SENTENCES_REMEMBERED = 20_000;

/** ESCO where it is imported, otherwise the own list that is, otherwise O*NET. */
export function chooseTaxonomy(releases: readonly TaxonomySummary[], wanted: string | undefined): TaxonomySummary {
  const preference = (release: TaxonomySummary) =>
    release.framework === 'esco' ? 0 : release.framework === 'onet' ? 2 : 1;
  const candidates = wanted === undefined ? releases : releases.filter(({ framework }) => framework === wanted);
  const [chosen] = candidates.toSorted(
    (a, b) => preference(a) - preference(b) || Number(b.language === 'en') - Number(a.language === 'en'),
  );
  if (chosen) return chosen;
  const imported = [...new Set(releases.map(({ framework }) => framework))].join(', ');
  throw new UnavailableError(
    wanted === undefined
      ? 'No taxonomy is imported: run skillgap import taxonomy --format esco PATH... first.'
      : `The taxonomy "${wanted}" is not imported${imported === '' ? '' : ` (imported: ${imported})`}: run skillgap import taxonomy first.`,
  );
}

export async function openLinking(
  config: Pick<Config, 'homeFolder'>,
  store: Store,
  models: Models,
  wantedTaxonomy: string | undefined,
  { onEmbedding, signal }: Pick<OpenSpacesOptions, 'onEmbedding' | 'signal'> = {},
): Promise<Linking> {
  const releases = await store.taxonomies.activeReleases();
  const release = chooseTaxonomy(releases, wantedTaxonomy);
  const lists = ownListsBeside(release, releases, wantedTaxonomy);
  const embedder = models.kept;
  // First of all: without them the minutes spent on the spaces would be lost. The classifier's features are the
  // dimensions of its model: with another model it is not used.
  const classifier = trained('requirement-classifier');
  const linkConfidence = {
    fast: trained<BlendedClassifier>('link-confidence-fast', LINK_FEATURES),
    accurate: trained<BlendedClassifier>('link-confidence-accurate', LINK_FEATURES),
  };
  const map = await openWindowMap(models);
  const letterMapOf = openLetterMaps(embedder.modelId);
  const { askingWordsOf, checksums } = orUnavailable(openAskingWords);
  const spaces = await openSpaces(config, store, models, release, { lists, letterMapOf, onEmbedding, signal });
  const readers = new Map<string, { reader: SentenceReader; memory: SentenceMemory<SentenceLinks> }>();
  // A memory for each: what is remembered from reading a learner's words has not been kept.
  const readingFor = (mode: WindowMode, keeps: boolean) => {
    const key = `${mode} ${keeps}`;
    const reading = readers.get(key) ?? {
      reader: openReader(mode, models, map?.product, keeps),
      memory: createSentenceMemory<SentenceLinks>(SENTENCES_REMEMBERED),
    };
    readers.set(key, reading);
    return reading;
  };
  const isTrainedFor = classifier.modelId === embedder.modelId;
  const linker = linkerOf(
    release,
    lists,
    embedder.modelId,
    [
      classifier,
      linkConfidence[DEFAULT_MODE],
      map?.checksum,
      ...checksums,
      ...letterMapChecksums(letterMapOf, releases),
    ],
    DEFAULT_LINK_OPTIONS,
  );
  await store.saveLinker(linker);
  return {
    linker,
    spaces,
    options: DEFAULT_LINK_OPTIONS,
    askingWordsOf,
    notes: isTrainedFor
      ? []
      : [`Confidences were trained for ${classifier.modelId}, not for ${embedder.modelId}: run npm run train.`],
    mode: DEFAULT_MODE,
    mentionsFor: (mode, keeps) => ({
      space: spaces.skills,
      mode,
      ...readingFor(mode, keeps),
      requirementClassifier: isTrainedFor ? classifier : ALWAYS,
      linkConfidence: linkConfidence[mode],
      aliases: release.framework === 'esco' ? 'loose' : 'curated',
      lexiconOf: spaces.lexiconOf,
      corrections: () => store.corrections.active(),
    }),
  };
}

/** Of the languages that labels are imported in: the map of another one decides nothing. */
function letterMapChecksums(letterMapOf: LetterMapOf, releases: readonly TaxonomySummary[]): string[] {
  const languages = [...new Set(releases.map(({ language }) => language))].toSorted();
  return languages.flatMap((language) => letterMapOf(language)?.checksum ?? []);
}

function trained<Parameters extends { features: string[] } = LogisticParameters>(
  name: string,
  features?: readonly string[],
): TrainedParameters<Parameters> {
  return orUnavailable(() => readParameters<Parameters>(name, features));
}

/** @throws UnavailableError instead of the models' own error */
function orUnavailable<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof ModelUnavailableError) throw new UnavailableError(error.message, { cause: error });
    throw error;
  }
}

/** Without a classifier for this model every sentence counts as a requirement. */
const ALWAYS: LogisticParameters = { features: [], weights: [], bias: 100 };

export function embeddingFeatures(dimensions: number): string[] {
  return Array.from({ length: dimensions }, (_, position) => `dimension-${position}`);
}

function linkerOf(
  release: TaxonomySummary,
  lists: readonly TaxonomySummary[],
  modelId: string,
  /** Everything that was trained and decides about a link. */
  trained: readonly unknown[],
  options: LinkOptions,
): Linker {
  const parameters = {
    version: LINKER_VERSION,
    mode: DEFAULT_MODE,
    options,
    trained: hash(trained),
    labels: release.counts,
    // Absent without lists, so that a home without any keeps the links it has.
    ...(lists.length === 0
      ? {}
      : { lists: lists.map(({ framework, version, counts }) => ({ framework, version, counts })) }),
  };
  const id = hash([modelId, release.framework, release.version, parameters]).slice(0, 16);
  return { id, modelId, framework: release.framework, taxonomyVersion: release.version, parameters };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
