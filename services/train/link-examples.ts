/** Labelled sentences into examples of right and wrong links. */
import { groupBy } from '../domain/group-by.ts';
import type { LexiconHit } from '../skills/skill-lexicon.ts';
import type { Candidate } from '../skills/find-candidates.ts';
import { linkFeatures } from '../skills/link-features.ts';
import { proposeCandidates, type ProposeDeps } from '../skills/propose-candidates.ts';
import { withoutQualifier } from '../skills/words.ts';
import type { SkillSentence } from './read-labelled.ts';

export interface LinkExample {
  skillId: string;
  /** In the order of LINK_FEATURES. */
  values: number[];
  label: 0 | 1;
  hit: LexiconHit | undefined;
  /** Where it was read. */
  words: string;
}

export interface SentenceExamples {
  examples: LinkExample[];
  /** Ids of the skills the sentence asks for, whether proposed or not. */
  relevant: ReadonlySet<string>;
}

/**
 * One result per sentence, in order. Sentences whose labels are all unknown to the taxonomy are left out; those without
 * any label stay, as examples of wrong links.
 */
export async function examplesOf(sentences: readonly SkillSentence[], deps: ProposeDeps): Promise<SentenceExamples[]> {
  const idsByLabel = groupBy(deps.space.skills.values(), (skill) => foldLabel(skill.preferredLabel));
  const relevantTo = sentences.map(
    ({ labels }) =>
      new Set(
        labels.flatMap((label) => (idsByLabel.get(foldLabel(label)) ?? []).slice(0, 1).map(({ id }): string => id)),
      ),
  );
  const proposals = await proposeCandidates(
    sentences.map(({ text }) => text),
    deps,
    0,
    (candidates, at) =>
      candidates.map((candidate) =>
        exampleOf(candidate, sentences[at]?.text ?? '', relevantTo[at]?.has(candidate.skillId) === true),
      ),
  );
  return proposals.flatMap(({ kept: examples = [] }, at) => {
    const relevant = relevantTo[at] ?? new Set();
    return relevant.size === 0 && sentences[at]?.labels.length !== 0 ? [] : [{ examples, relevant }];
  });
}

/** Labels in labelled sets have stray blanks, and some have lost their commas. */
function foldLabel(label: string): string {
  return withoutQualifier(label).toLowerCase().replaceAll(',', '').replace(/\s+/gu, ' ').trim();
}

/** A link that a person has judged, with the sentence it was read in. */
export interface JudgedSentence {
  text: string;
  skillId: string;
  isRight: boolean;
  postingId: string;
  /** How much it counts beside a link that was judged in its own sentence; default 1. */
  weight?: number;
}

export type JudgedExample = LinkExample & { postingId: string; weight: number };

/** One example for each judged link, in order; none for a skill that is not proposed (any more). */
export async function judgedExamplesOf(judged: readonly JudgedSentence[], deps: ProposeDeps): Promise<JudgedExample[]> {
  const proposals = await proposeCandidates(
    judged.map(({ text }) => text),
    deps,
    0,
    (candidates, at) => candidates.find(({ skillId }) => skillId === judged[at]?.skillId),
  );
  return judged.flatMap(({ text, isRight, postingId, weight = 1 }, at) => {
    const candidate = proposals[at]?.kept;
    return candidate === undefined ? [] : [{ ...exampleOf(candidate, text, isRight), postingId, weight }];
  });
}

function exampleOf(candidate: Candidate, text: string, isRight: boolean): LinkExample {
  return {
    skillId: candidate.skillId,
    values: linkFeatures(candidate),
    label: isRight ? 1 : 0,
    hit: candidate.hit,
    words: text.slice(candidate.start, candidate.end),
  };
}
