/** "What is on offer?": the catalogue page by page, and one credential with what it teaches and leaves unsaid. */
import { scoreCredential, type MarketEvidence } from '../briefs/scorecard.ts';
import { passesFilters, type CredentialFilters } from '../credentials/filter-credentials.ts';
import { lintCredential } from '../credentials/lint-credential.ts';
import type { CredentialPageReply, CredentialsReply } from '../domain/credential-page-reply.ts';
import { groupBy } from '../domain/group-by.ts';
import { compareIds } from '../domain/units.ts';
import { NotFoundError } from '../errors.ts';
import type { AnswerOptions } from './answer-deps.ts';
import { answerScope } from './answer-gaps.ts';
import { wordsIn } from './answer-scopes.ts';
import { rankCredentials } from '../credentials/rank-credentials.ts';
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import { EVERYTHING, type BrowseDeps } from './browse-deps.ts';
import { credentialReply, credentialWarnings, skillReply } from './credential-replies.ts';

export interface CredentialsRequest {
  /** Words of title and provider. */
  text: string;
  filters: CredentialFilters;
  offset: number;
  limit: number;
}

/** By title, ties by id. */
export async function answerCredentials(
  { text, filters, offset, limit }: CredentialsRequest,
  { credentials }: BrowseDeps,
): Promise<CredentialsReply> {
  const isWanted = wordsIn(text);
  const all = await credentials.all();
  const found = all
    .filter(
      (credential) =>
        isWanted(`${credential.title} ${credential.provider ?? ''}`) && passesFilters(credential, filters),
    )
    .sort((a, b) => compareIds(a.title.toLowerCase(), b.title.toLowerCase()) || compareIds(a.id, b.id));
  const byProvider = groupBy(
    all.flatMap(({ provider }) => provider ?? []),
    (provider) => provider,
  );
  return {
    total: found.length,
    offset,
    credentials: found.slice(offset, offset + limit).map(credentialReply),
    providers: [...byProvider]
      .map(([provider, own]) => ({ provider, count: own.length }))
      .sort((a, b) => b.count - a.count || compareIds(a.provider, b.provider)),
  };
}

/** @throws NotFoundError for an id that no credential has */
export async function answerCredential(
  id: string,
  today: string,
  deps: BrowseDeps,
  options: AnswerOptions,
): Promise<CredentialPageReply> {
  const [credential] = await deps.credentials.credentials([id]);
  if (credential === undefined) throw new NotFoundError(`There is no credential ${id}: /v1/credentials lists them.`);
  const coverages = (await deps.credentials.coverageBy(id)).filter(({ coverage }) => coverage > 0);
  const skills = await deps.taxonomies.skillsById(coverages.map(({ skillId }) => skillId));
  const counts = await deps.demand.counts(EVERYTHING);
  const askedBy = new Map(counts.skills.map(({ skillId, postingCount }) => [skillId, postingCount]));
  const { raw, ...details } = credential;
  return {
    credential: credentialReply(credential),
    details,
    coverage: coverages
      .toSorted((a, b) => b.coverage - a.coverage || compareIds(a.skillId, b.skillId))
      .map(({ skillId, coverage, state, outcome }) => ({
        skill: skillReply(skillId, skills),
        coverage,
        state,
        outcome,
        askedByCount: askedBy.get(skillId) ?? 0,
      })),
    scorecard: scoreCredential(credential, await marketOf(credential, coverages, today, deps, options)),
    lint: lintCredential(credential),
    warnings: credentialWarnings(credential, today),
  };
}

/** Of the gap of everything: a page of one credential has no scope. */
async function marketOf(
  credential: Credential,
  coverages: readonly SkillCoverage[],
  measuredOn: string,
  deps: BrowseDeps,
  options: AnswerOptions,
): Promise<MarketEvidence> {
  const { measured } = await answerScope({}, deps, options);
  if (measured.suppressed !== null) return { gapClosed: null, postingCount: 0, measuredOn };
  const [ranked] = rankCredentials([credential], coverages, measured.gaps);
  return { gapClosed: ranked?.gapClosed ?? 0, postingCount: measured.n, measuredOn };
}
