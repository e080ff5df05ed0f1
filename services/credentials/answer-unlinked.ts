/**
 * Requirements no skill explains and the learning outcomes nearest to each in, what a credential answers of them out.
 *
 * A taxonomy lags behind the market: what has no skill yet has no gap, and never enters gapClosed. This list is evidence
 * beside the ranking, not a part of it: docs/adr/0016-requirements-without-a-skill.md.
 */
import type { SkillCoverage } from '../domain/credential.ts';
import { compareIds, type Similarity } from '../domain/units.ts';

/** A learning outcome near a requirement. */
export interface NearOutcome {
  credentialId: string;
  outcome: Pick<SkillCoverage['outcome'], 'text' | 'source'>;
  similarity: Similarity;
}

export interface SearchedRequirement {
  text: string;
  /** Postings of the scope that say it. */
  postingCount: number;
  /** Of any credential, in any order. */
  nearOutcomes: readonly NearOutcome[];
}

export interface AnsweredRequirement {
  quote: string;
  postingCount: number;
  outcome: NearOutcome['outcome'];
  similarity: Similarity;
}

export interface UnlinkedAnswers {
  credentialId: string;
  /** In most postings first, then the most similar. */
  unlinkedRequirements: AnsweredRequirement[];
}

/** Sample pack and 60 nurses' adverts: 12 of 14 pairs from here on are apt, 5 of 9 down to .55. See ADR 0016. */
export const MIN_OUTCOME_SIMILARITY = 0.6;

/** Each credential with its nearest outcome for every requirement it answers; most postings first, ties by id. */
export function answerUnlinked(requirements: readonly SearchedRequirement[]): UnlinkedAnswers[] {
  const byCredential = new Map<string, AnsweredRequirement[]>();
  for (const { text, postingCount, nearOutcomes } of requirements) {
    for (const [credentialId, { outcome, similarity }] of nearestPerCredential(nearOutcomes)) {
      const answered = byCredential.get(credentialId) ?? [];
      byCredential.set(credentialId, answered);
      answered.push({ quote: text, postingCount, outcome, similarity });
    }
  }
  return [...byCredential]
    .map(([credentialId, answered]) => ({ credentialId, unlinkedRequirements: answered.sort(byPostings) }))
    .sort(
      (a, b) =>
        postingsOf(b.unlinkedRequirements) - postingsOf(a.unlinkedRequirements) ||
        compareIds(a.credentialId, b.credentialId),
    );
}

function nearestPerCredential(near: readonly NearOutcome[]): Map<string, NearOutcome> {
  const nearest = new Map<string, NearOutcome>();
  for (const one of near) {
    const known = nearest.get(one.credentialId);
    if (one.similarity >= MIN_OUTCOME_SIMILARITY && (known === undefined || one.similarity > known.similarity))
      nearest.set(one.credentialId, one);
  }
  return nearest;
}

function byPostings(a: AnsweredRequirement, b: AnsweredRequirement): number {
  return b.postingCount - a.postingCount || b.similarity - a.similarity || compareIds(a.quote, b.quote);
}

function postingsOf(answered: readonly AnsweredRequirement[]): number {
  return answered.reduce((sum, { postingCount }) => sum + postingCount, 0);
}
