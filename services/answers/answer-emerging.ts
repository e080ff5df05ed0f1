/**
 * "What do these postings ask for that the taxonomy lacks?": terms with counts, quotes and the nearest skill, so that a person
 * can say whether each is another name of a skill (skillgap correct alias) or a new one (a row of an own list).
 */
import type { EmergingReply, EmergingTerm } from '../domain/emerging.ts';
import type { Scope } from '../domain/scope.ts';
import { toShare, toSimilarity } from '../domain/units.ts';
import { defaultFloors } from '../gaps/suppress-cells.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { countTerms, withoutParts, type CountedTerm, type TermFloors, type TermPlace } from './emerging-terms.ts';

export interface NearestSkill {
  skillId: string;
  /** Cosine, -1 to 1. */
  similarity: number;
  /** The term is a label of the skill, word for word. */
  isLabel: boolean;
}

export interface EmergingDeps extends AnswerDeps {
  termsOf: (sentence: string) => readonly TermPlace[];
  /** Of each term, in order; null in an empty taxonomy. */
  nearestSkills: (terms: readonly string[]) => Promise<(NearestSkill | null)[]>;
  /** How likely each sentence asks for anything, 0 to 1. */
  requirementProbabilities: (sentences: readonly string[]) => Promise<number[]>;
  isOccupation: (term: string) => boolean;
}

/** The model, the stop words and the lists behind the terms are English. */
const LANGUAGE = 'en';
/** Postings read of the scope, and elsewhere: more of them change no count worth showing. */
const MOST_POSTINGS = 3000;
const MIN_POSTINGS = 3;
/** From here on the nearest skill says the same: see docs/adr/0022-corrections-and-own-lists.md. */
const SAME_FROM = 0.8;
/** As low as for links: below, a sentence asks for nothing. */
const MIN_REQUIREMENT_PROBABILITY = 0.2;
/** Sentences of a term that are judged. */
const JUDGED_QUOTES = 5;
/** Terms looked at for each one shown. */
const SHORTLIST = 8;

export async function answerEmerging(
  request: GapsRequest,
  deps: EmergingDeps,
  options: AnswerOptions,
): Promise<EmergingReply> {
  const { resolved, measured, header } = await answerScope(request, deps, options);
  if (measured.suppressed !== null) return { ...header, read: { postings: 0, elsewhere: 0 }, terms: [] };
  const inside = await deps.demand.readPostings(resolved.scope, 'inside', LANGUAGE, MOST_POSTINGS);
  const outside = await deps.demand.readPostings(resolved.scope, 'outside', LANGUAGE, MOST_POSTINGS);
  const counted = countTerms(inside, outside, deps.termsOf, floorsOf(resolved.scope));
  const employers = ` ${inside.map(({ employer }) => ` ${foldName(employer ?? '')} `).join('|')} `;
  // Parts go first: what is left of the name of an employer is no term either.
  const shortlist = withoutParts(counted)
    .filter(({ text }) => !employers.includes(` ${foldName(text)} `) && !deps.isOccupation(text))
    .slice(0, SHORTLIST * options.top);
  const beyond = await beyondSkills(await askedFor(shortlist, deps), deps);
  const top = beyond.slice(0, options.top);
  const skills = await deps.taxonomies.skillsById(top.flatMap(({ nearest }) => nearest?.skillId ?? []));
  return {
    ...header,
    read: { postings: inside.length, elsewhere: outside.length },
    terms: top.map(({ term, nearest }): EmergingTerm => {
      const skill = nearest === null ? undefined : skills.get(nearest.skillId);
      return {
        term: term.text,
        postingCount: term.postingIds.size,
        employerCount: term.employerCount,
        share: toShare(term.postingIds.size / inside.length),
        specificity: term.specificity,
        nearest:
          nearest === null || skill === undefined
            ? null
            : {
                skill: {
                  id: skill.id,
                  label: skill.preferredLabel,
                  framework: skill.framework,
                  type: skill.skillType,
                },
                similarity: toSimilarity(nearest.similarity),
              },
        quotes: term.quotes.slice(0, options.evidencePerSkill),
      };
    }),
  };
}

/** What only one or two employers say describes them: the floor of the suppression of a region's cells, two elsewhere. */
function floorsOf({ region, employer, postingId }: Scope): TermFloors {
  if (postingId !== null) return { postings: 1, employers: 1 };
  if (employer !== null) return { postings: MIN_POSTINGS, employers: 1 };
  return { postings: MIN_POSTINGS, employers: region === null ? 2 : defaultFloors.employers };
}

/** Terms most of whose sentences are likely requirements. */
async function askedFor(terms: readonly CountedTerm[], deps: EmergingDeps): Promise<CountedTerm[]> {
  const quotes = terms.map((term) => term.quotes.slice(0, JUDGED_QUOTES).map(({ quote }) => quote));
  const sentences = [...new Set(quotes.flat())];
  const probabilities = await deps.requirementProbabilities(sentences);
  const bySentence = new Map(sentences.map((sentence, at) => [sentence, probabilities[at] ?? 0]));
  return terms.filter((_, at) => {
    const judged = (quotes[at] ?? []).map((quote) => bySentence.get(quote) ?? 0);
    return judged.filter((probability) => probability >= MIN_REQUIREMENT_PROBABILITY).length * 2 > judged.length;
  });
}

async function beyondSkills(
  terms: readonly CountedTerm[],
  deps: EmergingDeps,
): Promise<{ term: CountedTerm; nearest: NearestSkill | null }[]> {
  const nearest = await deps.nearestSkills(terms.map(({ text }) => text));
  return terms
    .map((term, at) => ({ term, nearest: nearest[at] ?? null }))
    .filter((one) => one.nearest === null || (!one.nearest.isLabel && one.nearest.similarity < SAME_FROM));
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
