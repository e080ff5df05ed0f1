/** What routes are built with: answers for whoever asks, and the clock. */
import type { BrowseDeps } from '../../answers/browse-deps.ts';
import type { EmergingDeps } from '../../answers/answer-emerging.ts';
import { InvalidInputError } from '../../errors.ts';
import type { Posting } from '../../domain/posting.ts';
import type { Caller } from '../caller.ts';

export interface RouteDeps {
  answers: (caller: Caller) => Promise<BrowseDeps>;
  /** For terms that no skill is near. */
  emerging: (caller: Caller) => Promise<EmergingDeps>;
  /** What somebody hands in to be read for one answer: postings from it, none of them stored. */
  readTexts: (handedIn: HandedIn, now: string) => Promise<Posting[]>;
  now: () => Date;
}

/** One text that describes a job, or records of postings with any field names the importer knows. */
export type HandedIn = { text: string } | { postings: readonly Record<string, unknown>[] };

export function todayOf({ now }: Pick<RouteDeps, 'now'>): string {
  return now().toISOString().slice(0, 10);
}

/**
 * The answers of this server, which links to one taxonomy and the lists beside it; `wef` is a view of the same links.
 * @throws InvalidInputError for another framework
 */
export async function answersIn(
  framework: string | undefined,
  caller: Caller,
  { answers }: Pick<RouteDeps, 'answers'>,
): Promise<BrowseDeps> {
  const deps = await answers(caller);
  if (framework === undefined || framework === 'wef' || framework === deps.taxonomy.name) return deps;
  throw new InvalidInputError(
    `framework ${framework} is not what is answered with here: leave it out for ${deps.taxonomy.name}, or give wef.`,
  );
}
