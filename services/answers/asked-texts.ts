/**
 * Texts of an employer, linked, in; the counts, needs and quotes that the store would keep of them out.
 *
 * Nothing of them is stored: a text that describes a job is as private as the person who hands it in wants it to be.
 */
import type { ScopeCounts } from '../domain/gap.ts';
import type { Necessity, Posting } from '../domain/posting.ts';
import { groupBy } from '../domain/group-by.ts';
import { countCoreSkills } from '../gaps/core-skill-view.ts';
import type { DemandEvidence, LinkedPosting, NecessityCount } from '../store/store.ts';

export interface AskedTexts {
  counts: ScopeCounts;
  needs: NecessityCount[];
  /** The surest quote of each text for each skill, surest first. */
  evidence: DemandEvidence[];
  /** Occupation ids by the texts that hire for them. */
  occupations: Map<string, number>;
}

export function askedTexts(texts: readonly Posting[], linked: readonly LinkedPosting[]): AskedTexts {
  const skillIds = new Set(linked.flatMap(({ skills }) => skills.map(({ skillId }) => skillId)));
  const skills = countCoreSkills(
    linked.map((posting, at) => ({ employerKey: texts[at]?.employerKey ?? null, skills: posting.skills })),
    new Map([...skillIds].map((id) => [id, [id]])),
  );
  const quotes = linked.flatMap((posting, at) => quotesOf(posting, texts[at]));
  const employers = new Set(texts.flatMap(({ employerKey }) => employerKey ?? [])).size;
  const occupations = new Map<string, number>();
  for (const { occupation } of linked) {
    if (occupation === null) continue;
    occupations.set(occupation.occupationId, (occupations.get(occupation.occupationId) ?? 0) + 1);
  }
  return {
    counts: { n: texts.length, employers, skills },
    needs: [...groupBy(quotes, ({ evidence }) => evidence.skillId)].flatMap(([skillId, own]) =>
      [...groupBy(own, ({ necessity }) => necessity)].map(([necessity, some]) => ({
        skillId,
        necessity,
        expectedCount: some.reduce((sum, { evidence }) => sum + evidence.confidence, 0),
      })),
    ),
    evidence: quotes.map(({ evidence }) => evidence).sort((a, b) => b.confidence - a.confidence),
    occupations,
  };
}

const FIRMNESS: readonly Necessity[] = ['must', 'nice', 'unstated'];

/** One quote for each skill of a text, with the firmest need any of its sentences states. */
function quotesOf({ postingId, requirements, links }: LinkedPosting, text: Posting | undefined) {
  const byPosition = new Map(requirements.map((requirement) => [requirement.position, requirement]));
  return [...groupBy(links, ({ skillId }) => skillId)].flatMap(([skillId, own]) => {
    const [surest] = own.toSorted((a, b) => b.confidence - a.confidence);
    const requirement = surest === undefined ? undefined : byPosition.get(surest.requirementPosition);
    if (surest === undefined || requirement === undefined) return [];
    const stated = new Set(own.map((link) => byPosition.get(link.requirementPosition)?.necessity));
    const evidence: DemandEvidence = {
      skillId,
      postingId,
      title: text?.title ?? '',
      employer: text?.employer ?? null,
      postedOn: text?.postedOn ?? null,
      quote: requirement.text,
      start: surest.start - requirement.start,
      end: surest.end - requirement.start,
      confidence: surest.confidence,
    };
    return [{ evidence, necessity: FIRMNESS.find((necessity) => stated.has(necessity)) ?? 'unstated' }];
  });
}
