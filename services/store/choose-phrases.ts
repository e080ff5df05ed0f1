/** Facts of postings in, the requirements without a skill that most postings of a scope make out, as places to read. */
import type { Scope } from '../domain/scope.ts';
import { compareIds } from '../domain/units.ts';
import { UNKNOWN, type PostingFact, type PostingFacts } from './posting-facts.ts';
import { originalsIn } from './scope-facts.ts';

export interface ChosenPhrase {
  /** Where it is said first, by posting id. */
  postingId: string;
  position: number;
  postingCount: number;
}

/** In most postings first; ties by the key of the text, which is arbitrary and the same everywhere. */
export function choosePhrases(facts: PostingFacts, scope: Scope, language: string, most: number): ChosenPhrase[] {
  const spoken = facts.languages.find(language);
  const postings = originalsIn(facts, scope).filter((fact) => fact.language === UNKNOWN || fact.language === spoken);
  const { counts, phrases } = countPhrases(facts, postings);
  const chosen = mostRepeated(phrases, counts, facts, most);
  const places = firstPlaces(postings, new Set(chosen));
  return chosen.flatMap((phrase) => {
    const place = places.get(phrase);
    return place === undefined ? [] : [{ ...place, postingCount: counts[phrase] ?? 0 }];
  });
}

/** A posting counts once for a phrase that it repeats. */
function countPhrases(facts: PostingFacts, postings: readonly PostingFact[]) {
  const counts = new Uint32Array(facts.phrases.size);
  const lastPosting = new Int32Array(facts.phrases.size).fill(UNKNOWN);
  const phrases: number[] = [];
  for (const [turn, { unlinked }] of postings.entries()) {
    for (let at = 0; at < unlinked.length; at += 2) {
      const phrase = unlinked[at] ?? UNKNOWN;
      if (lastPosting[phrase] === turn) continue;
      lastPosting[phrase] = turn;
      const count = (counts[phrase] ?? 0) + 1;
      counts[phrase] = count;
      if (count === 1) phrases.push(phrase);
    }
  }
  return { counts, phrases };
}

/** Most phrases are said once: ordering all of them for a few hundred would cost more than everything else. */
function mostRepeated(phrases: readonly number[], counts: Uint32Array, facts: PostingFacts, most: number): number[] {
  const countOf = (phrase: number) => counts[phrase] ?? 0;
  const least = Uint32Array.from(phrases, countOf).sort().at(-most) ?? 0;
  const surely = phrases.filter((phrase) => countOf(phrase) > least);
  const tied = phrases.filter((phrase) => countOf(phrase) === least);
  const lastKey = Float64Array.from(tied, (phrase) => facts.phrases.keyOf(phrase)).sort()[most - surely.length - 1];
  return [...surely, ...tied.filter((phrase) => facts.phrases.keyOf(phrase) <= (lastKey ?? Infinity))].sort(
    (a, b) => countOf(b) - countOf(a) || facts.phrases.keyOf(a) - facts.phrases.keyOf(b),
  );
}

function firstPlaces(postings: readonly PostingFact[], wanted: ReadonlySet<number>) {
  const places = new Map<number, { postingId: string; position: number }>();
  for (const { id, unlinked } of postings) {
    for (let at = 0; at < unlinked.length; at += 2) {
      const phrase = unlinked[at] ?? UNKNOWN;
      const position = unlinked[at + 1] ?? 0;
      if (!wanted.has(phrase)) continue;
      const known = places.get(phrase);
      const isEarlier = known === undefined || (compareIds(id, known.postingId) || position - known.position) < 0;
      if (isEarlier) places.set(phrase, { postingId: id, position });
    }
  }
  return places;
}
