/** Credentials and contributions as replies show them, with what a reader has to be warned of. */
import { scoreCredential } from '../briefs/scorecard.ts';
import type { Contribution, Credential, RankedCredential } from '../domain/credential.ts';
import type { ContributionReply, CredentialReply, RankedCredentialReply, SkillReply } from '../domain/reply.ts';
import type { Skill } from '../domain/skill.ts';
import { levelOf } from './answer-deps.ts';

export function credentialReply(credential: Credential): CredentialReply {
  const { id, title, provider, price, language, url } = credential;
  return {
    id,
    title,
    provider,
    hours: credential.workloadHours,
    price,
    level: levelOf(credential),
    language,
    mode: credential.participation,
    url,
  };
}

export function contributionReply(contribution: Contribution, skills: ReadonlyMap<string, Skill>): ContributionReply {
  const { skillId, ...rest } = contribution;
  return { ...rest, skill: skillReply(skillId, skills) };
}

/** A skill that the taxonomy no longer has shows its id. */
export function skillReply(skillId: string, skills: ReadonlyMap<string, Skill>): SkillReply {
  const skill = skills.get(skillId);
  return {
    id: skillId,
    label: skill?.preferredLabel ?? skillId,
    framework: skill?.framework ?? '',
    type: skill?.skillType ?? 'unspecified',
  };
}

export interface RankedContext {
  /** YYYY-MM-DD: decides what is stale. */
  today: string;
  /** Postings of the scope. */
  postingCount: number;
}

/** Ranked credentials as replies show them: the parts of each, its scorecard, and what a reader is warned of. */
export function rankedReplies(
  ranked: readonly RankedCredential[],
  credentials: readonly Credential[],
  skills: ReadonlyMap<string, Skill>,
  { today, postingCount }: RankedContext,
): RankedCredentialReply[] {
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return ranked.flatMap(({ credentialId, contributions, ...shares }) => {
    const credential = byId.get(credentialId);
    if (credential === undefined) return [];
    return [
      {
        credential: credentialReply(credential),
        ...shares,
        contributions: contributions.map((contribution) => contributionReply(contribution, skills)),
        warnings: credentialWarnings(credential, today),
        scorecard: scoreCredential(credential, { gapClosed: shares.gapClosed, postingCount, measuredOn: today }),
      },
    ];
  });
}

const STALE_AFTER_YEARS = 3;

/** One short sentence for each thing the catalogue leaves open or that has gone stale by `today` (YYYY-MM-DD). */
export function credentialWarnings(credential: Credential, today: string): string[] {
  const warnings: [boolean, string][] = [
    [credential.price === null, 'price unknown'],
    [credential.workloadHours === null, 'workload unknown'],
    [
      credential.workloadHours !== null && credential.workloadHours > 100,
      'longer than the 100 hours of a micro-credential',
    ],
    [credential.eqfLevel === null, 'EQF level not stated'],
    [credential.assessment === null, 'assessment not stated'],
    [credential.qualityAssurance === null, 'quality assurance not stated'],
    [credential.learningOutcomes.length === 0, 'no learning outcomes: read from the description'],
    [isStale(credential.lastReviewedOn, today), `last reviewed ${credential.lastReviewedOn ?? ''}`],
    [credential.entryRequirements !== null, `entry: ${shorten(credential.entryRequirements ?? '')}`],
  ];
  return warnings.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

function isStale(reviewedOn: string | null, today: string): boolean {
  return reviewedOn !== null && Number(today.slice(0, 4)) - Number(reviewedOn.slice(0, 4)) >= STALE_AFTER_YEARS;
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
