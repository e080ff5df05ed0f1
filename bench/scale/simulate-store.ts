/**
 * A store and a size in, a simulated market in it out: postings with links, credentials with coverage, a taxonomy.
 *
 * Made to look like a real store where it costs time: skills, employers and sentences are drawn by a law of few and many,
 * a posting's skills come from those of its occupation, three in four sentences say a skill, and one in twenty-five is a
 * duplicate. The numbers themselves mean nothing. The same seed gives the same store.
 */
import { seededRandom, type Random } from '../../services/gaps/seeded-random.ts';
import { regionAncestors } from '../../services/collect/find-region.ts';
import { SkillId } from '../../services/domain/skill.ts';
import { toShare } from '../../services/domain/units.ts';
import type { LinkedPosting, NormalisedPosting, Store, StoredCredential } from '../../services/store/store.ts';
import { buildCoverage, buildCredential } from '../../test/builders.ts';
import {
  buildPosting,
  buildRaw,
  buildRelease,
  buildSkill,
  hashOf,
  LINKER,
  NOW,
} from '../../test/services/store/store-fixture.ts';

export interface MarketSize {
  postingCount: number;
  credentialCount: number;
}

export const SKILL_COUNT = 6000;
export const LINKS_PER_POSTING = 12;
const SENTENCES_PER_POSTING = 12;
const EMPLOYER_COUNT = 9000;
const OCCUPATION_COUNT = 120;
const PHRASE_COUNT = 3000;
const PAGE = 500;
const SHARE_OF_DUPLICATES = 0.04;
/** Regions of three countries: the larger part of the market is in the first ones. */
export const REGIONS = [
  'UKI',
  'UKH',
  'UKJ',
  'UKD',
  'UKF',
  'UKM',
  'FR-IDF',
  'FR-ARA',
  'FR-OCC',
  'IE-L',
  'IE-M',
  'US-CA',
  'US-NY',
  'US-TX',
];

/** @param onPage told how many postings are there after each page */
export async function simulateStore(store: Store, size: MarketSize, onPage: (done: number) => void): Promise<void> {
  const skills = Array.from({ length: SKILL_COUNT }, (_, at) => buildSkill(skillIdOf(at)));
  const release = buildRelease({
    skills,
    occupations: Array.from({ length: OCCUPATION_COUNT }, (_, at) => occupationOf(at)),
  });
  await store.taxonomies.saveRelease(release, hashOf('a'), NOW);
  await store.saveLinker(LINKER);
  for (let from = 0; from < size.postingCount; from += PAGE) {
    const numbers = Array.from({ length: Math.min(PAGE, size.postingCount - from) }, (_, at) => from + at);
    await store.postings.saveRaw(numbers.map((number) => buildRaw(postingIdOf(number))));
    await store.postings.saveNormalised(numbers.map(normalisedPosting));
    await store.postings.saveLinked(numbers.map(linkedPosting));
    onPage(from + numbers.length);
  }
  const duplicates = Array.from({ length: Math.floor(SHARE_OF_DUPLICATES * size.postingCount) }, (_, at) => {
    const number = Math.floor(at / SHARE_OF_DUPLICATES);
    return { duplicateId: postingIdOf(number), originalId: postingIdOf(number + 1), kind: 'near' as const };
  });
  await store.postings.saveDuplicates(duplicates);
  await saveCatalogue(store, size.credentialCount);
}

export function postingIdOf(number: number): string {
  return `sim:${number.toString().padStart(7, '0')}`;
}

export function skillIdOf(number: number): string {
  return `http://skills.example/skill/${number.toString(16).padStart(12, '0')}-0000-4000-8000-000000000000`;
}

export function employerKeyOf(number: number): string {
  return `employer ${number}`;
}

function occupationOf(number: number) {
  // ISCO groups of four digits, none of which has a 0 in it.
  const isco = `${1 + (number % 9)}${1 + (Math.floor(number / 9) % 5)}${1 + (number % 3)}${1 + (number % 4)}`;
  const id = `http://skills.example/occupation/${number}`;
  return {
    id,
    framework: 'own',
    preferredLabel: `Occupation ${number}`,
    altLabels: [],
    description: null,
    iscoCode: isco,
    code: null,
  };
}

function normalisedPosting(number: number): NormalisedPosting {
  const random = seededRandom(1, `posting ${number}`);
  const region = REGIONS[Math.floor(REGIONS.length * random() ** 1.6)] ?? 'UKI';
  const employer = Math.floor(EMPLOYER_COUNT * random() ** 2.5);
  const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(700 * random()) * 86_400_000);
  return buildPosting(postingIdOf(number), {
    employer: employerKeyOf(employer),
    employerKey: employerKeyOf(employer),
    regionCode: region,
    regionPath: [...regionAncestors(region).toReversed(), region],
    postedOn: day.toISOString().slice(0, 10),
  });
}

function linkedPosting(number: number): LinkedPosting {
  const random = seededRandom(2, `posting ${number}`);
  const occupation = Math.floor(OCCUPATION_COUNT * random() ** 1.5);
  const requirements = Array.from({ length: SENTENCES_PER_POSTING }, (_, position) => {
    const phrase = Math.floor(PHRASE_COUNT * random() ** 2);
    const text =
      random() < 0.3
        ? `You bring experience of area ${phrase}.`
        : `In post ${number} you will work on task ${position}.`;
    return { position, text, start: 0, end: text.length, section: null, necessity: 'must' as const };
  });
  const skillNumbers = new Set<number>();
  while (skillNumbers.size < LINKS_PER_POSTING) skillNumbers.add(skillFor(occupation, random));
  const links = [...skillNumbers].map((skill) => ({
    // A quarter of the sentences say no skill.
    requirementPosition: Math.floor(0.75 * SENTENCES_PER_POSTING * random()),
    skillId: SkillId.parse(skillIdOf(skill)),
    confidence: toShare(random() < 0.3 ? 0.8 : 0.2 + 0.8 * random()),
    start: 0,
    end: 3,
    method: 'label' as const,
  }));
  const skills = links.map(({ skillId, confidence }) => ({
    skillId,
    probability: confidence,
    mustProbability: random() < 0.5 ? confidence : 0,
  }));
  const { id, iscoCode } = occupationOf(occupation);
  return {
    postingId: postingIdOf(number),
    linkerId: LINKER.id,
    requirements,
    links,
    skills,
    occupation: { occupationId: id, confidence: 0.9, iscoCode },
  };
}

/** One in three of everybody's skills, the others of the occupation. */
function skillFor(occupation: number, random: Random): number {
  return random() < 0.33
    ? Math.floor(SKILL_COUNT * random() ** 4)
    : (occupation * 47 + Math.floor(400 * random() ** 2)) % SKILL_COUNT;
}

async function saveCatalogue(store: Store, count: number): Promise<void> {
  for (let from = 0; from < count; from += PAGE) {
    const numbers = Array.from({ length: Math.min(PAGE, count - from) }, (_, at) => from + at);
    await store.credentials.save(numbers.map(simulatedCredential), NOW);
    await store.transaction(async ({ credentials }) => {
      for (const number of numbers)
        await credentials.saveCoverage(credentialIdOf(number), LINKER.id, coveragesOf(number));
    });
  }
}

function credentialIdOf(number: number): string {
  return `course:${number.toString().padStart(5, '0')}`;
}

function simulatedCredential(number: number): StoredCredential {
  const random = seededRandom(3, `credential ${number}`);
  const sentence = () => `Learners can apply area ${Math.floor(PHRASE_COUNT * random() ** 2)} to task ${number}.`;
  return {
    ...buildCredential(credentialIdOf(number), {
      provider: `Provider ${number % 90}`,
      description: Array.from({ length: 8 }, sentence).join(' '),
      learningOutcomes: Array.from({ length: 3 }, () => ({ text: sentence(), relatedSkillIds: [] })),
      workloadHours: 5 + Math.floor(100 * random()),
      price: { amount: random() < 0.2 ? 0 : 10 * Math.floor(90 * random()), currency: 'EUR' },
      language: 'en',
      prerequisiteIds: number > 0 && random() < 0.1 ? [credentialIdOf(Math.floor(number * random()))] : [],
    }),
    contentHash: hashOf('a'),
  };
}

function coveragesOf(number: number) {
  const random = seededRandom(4, `credential ${number}`);
  const occupation = Math.floor(OCCUPATION_COUNT * random());
  const skills = new Set(Array.from({ length: 10 }, () => skillFor(occupation, random)));
  return [...skills].map((skill) => buildCoverage(credentialIdOf(number), skillIdOf(skill), 0.2 + 0.8 * random()));
}
