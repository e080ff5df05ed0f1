/** What the jobs of the pipeline need, each a function of the stages with its adapters filled in. */
import type { Config } from '../config.ts';
import { NotFoundError } from '../errors.ts';
import { regionAncestors } from '../collect/find-region.ts';
import { findDuplicates } from '../collect/find-duplicates.ts';
import { NORMALISER_VERSION, normalisePosting } from '../collect/normalise-posting.ts';
import { coverSkills, type CoverSkillsDeps } from '../credentials/cover-skills.ts';
import type { Credential } from '../domain/credential.ts';
import type { Posting, RawPosting } from '../domain/posting.ts';
import { linkCorrected } from '../skills/link-corrected.ts';
import { linkOccupations } from '../skills/link-occupations.ts';
import { linkPostings, type LinkPostingsDeps } from '../skills/link-posting.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import { splitRequirements } from '../skills/split-requirements.ts';
import type { NormalisedPosting, Store } from '../store/store.ts';
import { openIndex } from './open-index.ts';
import type { Linking } from './open-linking.ts';
import type { Models } from './open-models.ts';
import { outcomeEntries, outcomeIndexOptions, sentencesOf } from './search-outcomes.ts';

/** A sentence of a course description has to speak of something that can be asked for, like one of a posting. */
const MIN_DESCRIPTION_PROBABILITY = 0.15;

export type CollectPage = (
  sourceId: string,
  cursor: string | undefined,
  signal: AbortSignal,
) => Promise<{ postings: RawPosting[]; nextCursor?: string | undefined }>;

/** A process without a collector's configuration can do every job but collecting. */
const noSources: CollectPage = (sourceId) =>
  Promise.reject(new NotFoundError(`The source ${sourceId} is not configured here: run skillgap collect CONFIG.json.`));

export function pipelineDeps(
  config: Pick<Config, 'homeFolder'>,
  store: Store,
  models: () => Promise<Models>,
  linking: () => Promise<Linking>,
  collectPage: CollectPage = noSources,
) {
  return {
    postings: store.postings,
    credentials: store.credentials,
    normaliserVersion: NORMALISER_VERSION,
    normalisePosting: toNormalised,
    findDuplicates,
    linkerId: async () => (await linking()).linker.id,
    linkPostings: async (postings: readonly Posting[], signal: AbortSignal) => {
      const opened = await linking();
      return linkPostings(
        postings,
        linkPostingsDeps(opened, await models(), opened.mode, true),
        opened.options,
        signal,
      );
    },
    coverSkills: async (credentials: readonly Credential[], signal: AbortSignal) =>
      coverSkills(credentials, coverDeps(await linking()), signal),
    rebuildIndexes: async (signal: AbortSignal) =>
      rebuildIndexes(config, store, await models(), await linking(), signal),
    collectPage,
  };
}

/** @param keeps whether sentence vectors go into the home folder */
export function linkPostingsDeps(
  { linker, mentionsFor, spaces, askingWordsOf }: Linking,
  { passing }: Models,
  mode: WindowMode,
  keeps: boolean,
): LinkPostingsDeps {
  return {
    ...mentionsFor(mode, keeps),
    linkerId: linker.id,
    splitRequirements: ({ description, language, employerKey }) =>
      splitRequirements(description, language, { askingWords: askingWordsOf(language), employer: employerKey }),
    linkOccupations: (titles, signal) => linkOccupations(titles, spaces.occupations, passing, signal),
  };
}

function toNormalised(raw: RawPosting): NormalisedPosting {
  const posting = normalisePosting(raw);
  const ancestors = posting.regionCode === null ? [] : regionAncestors(posting.regionCode).toReversed();
  const codes = [posting.country, ...ancestors, posting.regionCode].filter((code): code is string => code !== null);
  return {
    ...posting,
    contentHash: raw.contentHash,
    normaliserVersion: NORMALISER_VERSION,
    regionPath: [...new Set(codes)],
  };
}

function coverDeps({ mentionsFor, mode, options, spaces }: Linking): CoverSkillsDeps {
  const lexicon = spaces.lexiconOf('en');
  return {
    linkTexts: async (texts, language, signal) => {
      const linked = await linkCorrected(
        texts,
        language,
        mentionsFor(mode, true),
        { ...options, minRequirementProbability: MIN_DESCRIPTION_PROBABILITY },
        signal,
      );
      return linked.map(({ links }) => links);
    },
    splitSentences: sentencesOf,
    declaredSkillIds(idOrLabel) {
      const skillId = spaces.sameAs.get(idOrLabel) ?? idOrLabel;
      if (spaces.skills.skills.has(skillId)) return [skillId];
      const whole = lexicon.hits(idOrLabel).filter((hit) => hit.start === 0 && hit.end >= idOrLabel.trimEnd().length);
      return whole.slice(0, 1).map((hit) => hit.skillId);
    },
  };
}

/** Outcomes in the same space as the skills: a requirement that no skill names searches them, and can still find a course. */
async function rebuildIndexes(
  { homeFolder }: Pick<Config, 'homeFolder'>,
  store: Store,
  models: Models,
  { spaces }: Linking,
  signal: AbortSignal,
): Promise<void> {
  const outcomes = outcomeEntries(await store.credentials.all());
  await openIndex({ ...outcomeIndexOptions({ homeFolder }, models, spaces.release, outcomes), signal });
  models.flush();
}
