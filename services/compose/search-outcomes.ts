/** The index of learning outcomes: what it holds, and what it finds for sentences that no skill explains. */
import { logisticProbability } from '../../models/logistic-regression.ts';
import { readParameters } from '../../models/read-parameters.ts';
import type { Config } from '../config.ts';
import type { NearOutcome, SearchedRequirement } from '../credentials/answer-unlinked.ts';
import { outcomeTexts } from '../credentials/cover-skills.ts';
import type { Credential } from '../domain/credential.ts';
import { splitSentences } from '../skills/split-sentences.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { UnlinkedRequirement } from '../store/store.ts';
import { openBuiltIndex } from './open-index.ts';
import type { Models } from './open-models.ts';

/** Nearest outcomes looked at for a sentence: several may be of one credential. */
const NEIGHBOURS = 20;
/** Looked at where some credentials are not everybody's: what one organisation handed in must not crowd out what is shared. */
const NEIGHBOURS_OF_ALL = 200;
/** Of being a requirement. Higher than for links, because here no name of a skill confirms that the sentence asks. */
const MIN_PROBABILITY = 0.7;

export interface OutcomeEntry {
  /** `credential id#number`. */
  id: string;
  text: string;
  credentialId: string;
  source: NearOutcome['outcome']['source'];
}

export function outcomeEntries(credentials: readonly Credential[]): OutcomeEntry[] {
  return credentials.flatMap((credential) =>
    outcomeTexts(credential, { splitSentences: sentencesOf }).map(({ text, source }, number) => ({
      id: `${credential.id}#${number}`,
      text,
      credentialId: credential.id,
      source,
    })),
  );
}

/** How the index of outcomes is opened, for whoever builds it and whoever searches it. */
export function outcomeIndexOptions(
  { homeFolder }: Pick<Config, 'homeFolder'>,
  { kept }: Models,
  { framework, version }: { framework: string; version: string },
  entries: readonly OutcomeEntry[],
) {
  const texts = entries.map(({ id, text }) => ({ id, texts: [text] }));
  const taxonomy = `${framework}@${version}`;
  return { homeFolder, embedder: kept, taxonomy, kind: 'outcomes' as const, texts, textTemplate: '{outcome}' };
}

/** Whether whoever asks sees the credential. */
export type IsSeen = (credentialId: string) => boolean;

export interface OutcomeSearch {
  /** What is near each sentence that sounds like a requirement. */
  search: (sentences: readonly UnlinkedRequirement[], isSeen: IsSeen) => Promise<SearchedRequirement[]>;
  /** What is near each text, whatever it sounds like. */
  nearest: (texts: readonly string[], isSeen: IsSeen) => Promise<NearOutcome[][]>;
}

interface OpenedOutcomes {
  credentials: readonly Credential[];
  index: VectorIndex;
  entryById: ReadonlyMap<string, OutcomeEntry>;
  /** All credentials are everybody's. */
  isShared: boolean;
  /** Null for a sentence that is hardly a requirement. */
  nearBySentence: Map<string, NearOutcome[] | null>;
}

/** Sentences remembered with what is near them; scopes of one market repeat each other's. */
const MOST_REMEMBERED = 20_000;

/**
 * The search of one process: the index is opened once for as long as `all` gives the same credentials. It finds nothing
 * before `skillgap link` has built the index for them.
 */
export function openOutcomeSearch(
  all: () => Promise<readonly Credential[]>,
  config: Pick<Config, 'homeFolder'>,
  models: Models,
  release: { framework: string; version: string },
): OutcomeSearch {
  const classifier = readParameters('requirement-classifier');
  // Trained for one model's vectors: with another one every sentence passes, as it does when linking.
  const isTrainedFor = classifier.modelId === models.kept.modelId;
  let opened: OpenedOutcomes | null = null;

  const open = async (): Promise<OpenedOutcomes | null> => {
    const credentials = await all();
    if (opened?.credentials === credentials) return opened;
    const entries = outcomeEntries(credentials);
    const index = await openBuiltIndex(outcomeIndexOptions(config, models, release, entries));
    const entryById = new Map(entries.map((entry) => [entry.id, entry]));
    const isShared = !credentials.some(({ id }) => id.startsWith('~'));
    opened = index === null ? null : { credentials, index, entryById, isShared, nearBySentence: new Map() };
    return opened;
  };

  const search: OutcomeSearch['search'] = async (sentences, isSeen) => {
    const outcomes = await open();
    if (outcomes === null) return [];
    const { nearBySentence } = outcomes;
    if (nearBySentence.size > MOST_REMEMBERED) nearBySentence.clear();
    const unknown = sentences.filter(({ text }) => !nearBySentence.has(text));
    const vectors = await models.kept.embed(unknown.map(({ text }) => text));
    for (const [at, { text }] of unknown.entries()) {
      const vector = vectors[at];
      const isRequirement =
        vector !== undefined && (!isTrainedFor || logisticProbability(classifier, vector) >= MIN_PROBABILITY);
      nearBySentence.set(text, isRequirement ? nearestOutcomes(vector, outcomes) : null);
    }
    return sentences.flatMap(({ text, postingCount }) => {
      const nearOutcomes = nearBySentence.get(text) ?? null;
      return nearOutcomes === null ? [] : [{ text, postingCount, nearOutcomes: nearestSeen(nearOutcomes, isSeen) }];
    });
  };
  const nearest: OutcomeSearch['nearest'] = async (texts, isSeen) => {
    const outcomes = await open();
    if (outcomes === null) return texts.map(() => []);
    return (await models.kept.embed(texts)).map((vector) => nearestSeen(nearestOutcomes(vector, outcomes), isSeen));
  };
  return { search, nearest };
}

function nearestSeen(outcomes: readonly NearOutcome[], isSeen: IsSeen): NearOutcome[] {
  return outcomes.filter(({ credentialId }) => isSeen(credentialId)).slice(0, NEIGHBOURS);
}

function nearestOutcomes(vector: Float32Array, { index, entryById, isShared }: OpenedOutcomes): NearOutcome[] {
  return index
    .nearest(vector, isShared ? NEIGHBOURS : NEIGHBOURS_OF_ALL)
    .flatMap(({ id, similarity }): NearOutcome[] => {
      const entry = entryById.get(id);
      if (entry === undefined) return [];
      return [{ credentialId: entry.credentialId, outcome: { text: entry.text, source: entry.source }, similarity }];
    });
}

export function sentencesOf(text: string): string[] {
  return splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
}
