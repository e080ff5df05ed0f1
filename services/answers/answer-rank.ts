/** "Which credentials close this gap best?": each with the parts of its score and the outcome behind every part. */
import { rankCredentials } from '../credentials/rank-credentials.ts';
import type { CredentialFilters } from '../credentials/filter-credentials.ts';
import { successFactors } from '../briefs/success-factors.ts';
import type { Credential, RankedCredential } from '../domain/credential.ts';
import { groupBy } from '../domain/group-by.ts';
import type { RankReply } from '../domain/reply.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { beyondTaxonomy } from './beyond-taxonomy.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { rankedReplies } from './credential-replies.ts';
import { skillIdsOf } from './measure-scope.ts';

export interface RankRequest extends GapsRequest {
  filters?: CredentialFilters;
  /** Today, YYYY-MM-DD: decides what is stale. */
  today: string;
}

export async function answerRank(request: RankRequest, deps: AnswerDeps, options: AnswerOptions): Promise<RankReply> {
  const { resolved, measured, isShared, header } = await answerScope(request, deps, options);
  const { credentials, coverages } = await deps.credentials.covering(skillIdsOf(measured.gaps), {
    languages: request.filters?.languages,
    maxHours: request.filters?.maxHours,
    isAskedAgain: isShared,
  });
  const ranked = rankCredentials(credentials, coverages, measured.gaps, request.filters);
  const top = ranked.slice(0, options.top);
  const skills = await deps.taxonomies.skillsById(
    top.flatMap(({ contributions }) => contributions.map(({ skillId }) => skillId)),
  );
  return {
    ...header,
    gapCount: measured.gaps.length,
    candidates: ranked.length,
    beyondTaxonomy:
      measured.suppressed === null ? await beyondTaxonomy(resolved.scope, request.filters, deps, options.top) : [],
    credentials: rankedReplies(top, credentials, skills, { today: request.today, postingCount: measured.n }),
    institutions: institutionsOf(top, credentials),
  };
}

/** Each provider among the ranked, in their order, with what its credentials that cover a gap here show. */
function institutionsOf(
  top: readonly RankedCredential[],
  credentials: readonly Credential[],
): RankReply['institutions'] {
  const byProvider = groupBy(credentials, ({ provider }) => provider);
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  const providers = new Set(top.map(({ credentialId }) => byId.get(credentialId)?.provider ?? null));
  return [...providers].flatMap((provider) => {
    const own = byProvider.get(provider) ?? [];
    return provider === null || own.length === 0 ? [] : [{ provider, factors: successFactors(own) }];
  });
}
