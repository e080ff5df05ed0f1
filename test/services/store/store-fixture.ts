/** Rows for store tests with valid defaults: a test names only what it is about. */
import type { PostingSkill, RawPosting, Requirement, SkillLink } from '../../../services/domain/posting.ts';
import type { Scope } from '../../../services/domain/scope.ts';
import { SkillId, type Skill } from '../../../services/domain/skill.ts';
import type { TaxonomyRelease } from '../../../services/domain/taxonomy.ts';
import { toShare } from '../../../services/domain/units.ts';
import type { LinkedPosting, Linker, NormalisedPosting, Store } from '../../../services/store/store.ts';

export const NOW = '2025-11-06T12:00:00Z';
export const LINKER: Linker = {
  id: 'linker-1',
  modelId: 'hashing',
  framework: 'own',
  taxonomyVersion: '1',
  parameters: { mode: 'fast' },
};

export const WHOLE_SCOPE: Scope = {
  region: null,
  employer: null,
  occupation: null,
  postingId: null,
  since: null,
  until: null,
};

export function buildSkill(id: string, rest: Partial<Skill> = {}): Skill {
  return {
    id: SkillId.parse(id),
    framework: 'own',
    preferredLabel: id,
    altLabels: [],
    hiddenLabels: [],
    description: null,
    skillType: 'skill',
    reuseLevel: null,
    ...rest,
  };
}

export function buildRelease(rest: Partial<TaxonomyRelease> = {}): TaxonomyRelease {
  return {
    framework: 'own',
    version: '1',
    language: 'en',
    skills: [],
    groups: [],
    occupations: [],
    broader: [],
    occupationSkills: [],
    skillSkills: [],
    warnings: [],
    ...rest,
  };
}

/** The content hash stands for the content: 'a' and 'b' are two contents. */
export function hashOf(letter: string): string {
  return letter.repeat(64);
}

export function buildRaw(id: string, rest: Partial<RawPosting> = {}): RawPosting {
  return {
    id,
    source: 'test',
    url: null,
    receivedAt: NOW,
    licence: null,
    contentHash: hashOf('a'),
    payload: { title: id },
    ...rest,
  };
}

export function buildPosting(id: string, rest: Partial<NormalisedPosting> = {}): NormalisedPosting {
  return {
    id,
    source: 'test',
    title: `Title of ${id}`,
    description: 'You know Python.',
    language: 'en',
    employer: null,
    employerKey: null,
    place: null,
    country: null,
    regionCode: null,
    postedOn: null,
    validUntil: null,
    employmentType: null,
    industry: null,
    contentHash: hashOf('a'),
    normaliserVersion: 1,
    regionPath: [],
    ...rest,
  };
}

/** One requirement that is the whole description, one link per skill id, each with its probability. */
export function buildLinked(
  postingId: string,
  probabilities: Readonly<Record<string, number>>,
  rest: Partial<LinkedPosting> = {},
): LinkedPosting {
  const requirements: Requirement[] = [
    { position: 0, text: 'You know Python.', start: 0, end: 16, section: null, necessity: 'must' },
  ];
  const links = Object.entries(probabilities).map(([skillId, probability]): SkillLink => ({
    requirementPosition: 0,
    skillId: SkillId.parse(skillId),
    confidence: toShare(probability),
    start: 9,
    end: 15,
    method: 'label',
  }));
  const skills = Object.entries(probabilities).map(([skillId, probability]): PostingSkill => ({
    skillId,
    probability,
    mustProbability: probability / 2,
  }));
  return { postingId, linkerId: LINKER.id, requirements, links, skills, occupation: null, ...rest };
}

export interface StoredPosting extends Partial<NormalisedPosting> {
  id: string;
  skills?: Readonly<Record<string, number>>;
  occupation?: LinkedPosting['occupation'];
}

/** Raw, normalised and linked: what the pipeline leaves behind. */
export async function savePostings(store: Store, postings: readonly StoredPosting[]): Promise<void> {
  await store.saveLinker(LINKER);
  await store.postings.saveRaw(postings.map(({ id }) => buildRaw(id)));
  await store.postings.saveNormalised(postings.map(({ id, ...rest }) => buildPosting(id, rest)));
  await store.postings.saveLinked(
    postings.map(({ id, skills = {}, occupation = null }) => buildLinked(id, skills, { occupation })),
  );
}
