/** The index of learning outcomes: what it holds, and what it finds for sentences that no skill explains. */
import { logisticProbability } from '../../models/logistic-regression.ts';
import { readParameters } from '../../models/read-parameters.ts';
import type { Config } from '../config.ts';
import type { NearOutcome, SearchedRequirement } from '../credentials/answer-unlinked.ts';
import { outcomeTexts } from '../credentials/cover-skills.ts';
import type { Credential } from '../domain/credential.ts';
import { splitSentences } from '../skills/split-sentences.ts';
import type { UnlinkedRequirement } from '../store/store.ts';
import { openBuiltIndex } from './open-index.ts';
import type { Models } from './open-models.ts';

/** Nearest outcomes looked at for a sentence: several may be of one credential. */
const NEIGHBOURS = 20;
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

/** Empty before `skillgap link` has built the index for these credentials. */
export async function searchOutcomes(
  sentences: readonly UnlinkedRequirement[],
  credentials: readonly Credential[],
  config: Pick<Config, 'homeFolder'>,
  models: Models,
  release: { framework: string; version: string },
): Promise<SearchedRequirement[]> {
  const nearest = await openNearestOutcomes(credentials, config, models, release);
  if (nearest === null) return [];
  const classifier = readParameters('requirement-classifier');
  // Trained for one model's vectors: with another one every sentence passes, as it does when linking.
  const isTrainedFor = classifier.modelId === models.kept.modelId;
  const vectors = await models.kept.embed(sentences.map(({ text }) => text));
  return sentences.flatMap(({ text, postingCount }, at) => {
    const vector = vectors[at];
    if (vector === undefined || (isTrainedFor && logisticProbability(classifier, vector) < MIN_PROBABILITY)) return [];
    return [{ text, postingCount, nearOutcomes: nearest(vector) }];
  });
}

/** The stored learning outcomes nearest to each text, whatever it sounds like; none before the index is built. */
export async function nearestOutcomes(
  texts: readonly string[],
  credentials: readonly Credential[],
  config: Pick<Config, 'homeFolder'>,
  models: Models,
  release: { framework: string; version: string },
): Promise<NearOutcome[][]> {
  const nearest = await openNearestOutcomes(credentials, config, models, release);
  if (nearest === null) return texts.map(() => []);
  return (await models.kept.embed(texts)).map(nearest);
}

async function openNearestOutcomes(
  credentials: readonly Credential[],
  config: Pick<Config, 'homeFolder'>,
  models: Models,
  release: { framework: string; version: string },
): Promise<((vector: Float32Array) => NearOutcome[]) | null> {
  const entries = outcomeEntries(credentials);
  const index = await openBuiltIndex(outcomeIndexOptions(config, models, release, entries));
  if (index === null) return null;
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  return (vector) =>
    index.nearest(vector, NEIGHBOURS).flatMap(({ id, similarity }): NearOutcome[] => {
      const entry = entryById.get(id);
      if (entry === undefined) return [];
      return [{ credentialId: entry.credentialId, outcome: { text: entry.text, source: entry.source }, similarity }];
    });
}

export function sentencesOf(text: string): string[] {
  return splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
}
