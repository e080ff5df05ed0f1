/**
 * Links as the linker found them and what people said about them in, the links that hold out.
 *
 * Applied after every linking, and once to links stored before: the same comes out of raw links as of links that earlier
 * corrections have been at, but for corrections that meet (`meets`): those need the raw links, so the posting is linked again.
 * What a place says beats what words say.
 */
import type { Correction } from '../domain/correction.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Requirement, SkillLink } from '../domain/posting.ts';
import { SkillId } from '../domain/skill.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { findWording, type WordingSpan } from './find-wording.ts';
import { overlap, type MentionLink } from './link-mentions.ts';

/** What of a correction decides about links. */
export type LinkRule = Pick<Correction, 'kind' | 'skillId' | 'words' | 'place'>;

/** As sure as a preferred label of several words: services/skills/hit-confidence.ts. */
export const ALIAS_CONFIDENCE = 0.86;
/** A person has read the sentence. */
const ACCEPTED_CONFIDENCE = 1;

/** Whether the outcome of one depends on links that the other may have changed. */
export function meets(one: LinkRule, other: LinkRule): boolean {
  const aliasCount = Number(one.kind === 'alias') + Number(other.kind === 'alias');
  if (one.skillId === other.skillId) return aliasCount > 0;
  const isNested = findWording(one.words, other.words).length + findWording(other.words, one.words).length > 0;
  return aliasCount === 2 && isNested;
}

/** What words mean wherever they stand, in one sentence. Surest first; ties on the skill id. */
export function correctSentence(
  sentence: string,
  links: readonly MentionLink[],
  rules: readonly LinkRule[],
): MentionLink[] {
  const general = rules.filter(({ place }) => place === null);
  const rejected = general
    .filter(({ kind }) => kind === 'reject')
    .map(({ skillId, words }) => ({ skillId, spans: findWording(sentence, words) }));
  const kept = without(links, rejected);
  const named = withoutNested(
    general
      .filter(({ kind }) => kind === 'alias')
      .flatMap(({ skillId, words }) => findWording(sentence, words).map((span) => ({ skillId, ...span }))),
  );
  const others = kept.filter((link) =>
    named.every((alias) => alias.skillId === link.skillId || overlap(alias, link) <= SAME_WORDS),
  );
  return named
    .reduce((known, { skillId, ...span }) => assure(known, skillId, span, ALIAS_CONFIDENCE, 'alias'), others)
    .toSorted(bySurest);
}

/** Everything people said about one posting, in all of its sentences. */
export function correctPosting(
  postingId: string,
  requirements: readonly Requirement[],
  links: readonly SkillLink[],
  rules: readonly LinkRule[],
): SkillLink[] {
  const linksByRequirement = groupBy(links, (link) => link.requirementPosition);
  const quotes = new Set(requirements.map(({ text }) => text));
  return requirements.flatMap(({ position, text, start }) => {
    const found = (linksByRequirement.get(position) ?? []).map(
      ({ skillId, confidence, method, ...place }): MentionLink => ({
        skillId,
        confidence,
        start: place.start - start,
        end: place.end - start,
        method,
      }),
    );
    const here = rules.flatMap((rule) => (rule.place?.postingId === postingId ? placed(rule, text, quotes) : []));
    const rejected = here.filter(({ kind }) => kind === 'reject');
    // Before and after: an alias may stand elsewhere in the sentence, or just there.
    const kept = without(correctSentence(text, without(found, rejected), rules), rejected);
    const corrected = here
      .filter(({ kind }) => kind === 'accept')
      .flatMap(({ skillId, spans }) => spans.slice(0, 1).map((span) => ({ skillId, span })))
      .reduce((known, { skillId, span }) => assure(known, skillId, span, ACCEPTED_CONFIDENCE, 'person'), kept);
    return corrected.toSorted(bySurest).map((link): SkillLink => ({
      requirementPosition: position,
      skillId: SkillId.parse(link.skillId),
      confidence: toShare(link.confidence),
      start: start + link.start,
      end: start + link.end,
      method: link.method,
    }));
  });
}

interface SkillPlaces {
  skillId: string;
  spans: readonly WordingSpan[];
}

/** Where in a sentence a correction of this posting counts: its own place, or its words where no sentence is the quote any more. */
function placed(rule: LinkRule, sentence: string, quotes: ReadonlySet<string>): (SkillPlaces & LinkRule)[] {
  const { place, words } = rule;
  if (place === null) return [];
  if (place.quote === sentence) return [{ ...rule, spans: [place] }];
  return quotes.has(place.quote) ? [] : [{ ...rule, spans: findWording(sentence, words) }];
}

function without(links: readonly MentionLink[], rejected: readonly SkillPlaces[]): MentionLink[] {
  return links.filter(
    (link) =>
      !rejected.some(({ skillId, spans }) => skillId === link.skillId && spans.some((span) => overlap(span, link) > 0)),
  );
}

/** Shared part of the shorter stretch above which two links read the same words, as in link-mentions.ts. */
const SAME_WORDS = 0.5;

/** One meaning for one stretch of words: within longer words that mean a skill the shorter say nothing. */
function withoutNested<Span extends WordingSpan>(spans: readonly Span[]): Span[] {
  return spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start,
      ),
  );
}

/** A sentence has one link to a skill: the one there is becomes surer, or one is made. */
function assure(
  links: readonly MentionLink[],
  skillId: string,
  span: WordingSpan,
  confidence: number,
  method: MentionLink['method'],
): MentionLink[] {
  if (!links.some((link) => link.skillId === skillId))
    return [...links, { skillId, confidence, start: span.start, end: span.end, method }];
  return links.map((link) =>
    link.skillId === skillId ? { ...link, confidence: Math.max(link.confidence, confidence) } : link,
  );
}

function bySurest(a: MentionLink, b: MentionLink): number {
  return b.confidence - a.confidence || compareIds(a.skillId, b.skillId);
}
