/**
 * A seed in, one random question for a stack out: the instances of the bench and of the tests that need larger ones.
 *
 * Made to look like a catalogue: most courses teach a few skills, some are free, one in five needs another first, some
 * state no price or workload, and money and time rarely suffice for more than a dozen courses.
 */
import type { StackRequest } from '../../services/credentials/optimise-stack.ts';
import { seededRandom, type Random } from '../../services/gaps/seeded-random.ts';
import { buildCoverage, buildCredential, buildGap } from '../../test/builders.ts';

export interface InstanceSize {
  skillCount: number;
  credentialCount: number;
}

/** The largest instance of the bench. */
export const largest: InstanceSize = { skillCount: 60, credentialCount: 500 };

/** The same seed and size give the same instance. Without a size: anything up to the largest. */
export function randomStack(seed: number, size?: InstanceSize): StackRequest {
  const random = seededRandom(seed, 'stack');
  const { skillCount, credentialCount } = size ?? {
    skillCount: between(random, 5, largest.skillCount),
    credentialCount: between(random, 10, largest.credentialCount),
  };
  const positions = Array.from({ length: credentialCount }, (_, at) => at);
  return {
    gaps: Array.from({ length: skillCount }, (_, at) => buildGap(`s${at}`, round(0.9 * random() ** 2 + 0.01, 3))),
    credentials: positions.map((at) =>
      buildCredential(`c${at}`, {
        price: random() < 0.05 ? null : { amount: priceOf(random), currency: random() < 0.03 ? 'SEK' : 'EUR' },
        workloadHours: random() < 0.05 ? null : between(random, 2, 80),
        prerequisiteIds: random() < 0.2 && at > 0 ? [`c${between(random, 0, at - 1)}`] : [],
      }),
    ),
    coverages: positions.flatMap((at) => coveragesOf(`c${at}`, skillCount, random)),
    constraints: {
      ...(random() < 0.9 ? { budget: { amount: between(random, 5, 150) * 10, currency: 'EUR' } } : {}),
      ...(random() < 0.9 ? { hours: between(random, 20, 300) } : {}),
      ...(random() < 0.2 ? { maxCredentials: between(random, 1, 10) } : {}),
    },
    heldIds: random() < 0.3 ? [`c${between(random, 0, credentialCount - 1)}`] : [],
  };
}

/** One in seven is free, the others cost from 15 to 900, cheap ones being more frequent. */
function priceOf(random: Random): number {
  return random() < 0.15 ? 0 : 15 + 5 * Math.floor(177 * random() ** 2);
}

/** One to eight skills; a skill may come twice, with two sentences. */
function coveragesOf(id: string, skillCount: number, random: Random) {
  return Array.from({ length: between(random, 1, 8) }, () =>
    buildCoverage(id, `s${Math.floor(skillCount * random())}`, round(0.15 + 0.85 * random(), 2)),
  );
}

function between(random: Random, least: number, most: number): number {
  return least + Math.floor((most - least + 1) * random());
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
