/** POST, GET /v1/corrections, POST /v1/corrections/{id}/undo: what a person knows better than the linker. */
import { z } from 'zod';
import { skillReply } from '../../answers/credential-replies.ts';
import { correctLink, correctWords, type MadeCorrection } from '../../corrections/make-correction.ts';
import { undoCorrection } from '../../corrections/undo-correction.ts';
import {
  CorrectionsReply,
  MadeCorrectionsReply,
  UndoneCorrectionReply,
  type CorrectionReply,
} from '../../domain/correction-reply.ts';
import { CorrectionKind, type StoredCorrection } from '../../domain/correction.ts';
import type { Skill } from '../../domain/skill.ts';
import { InvalidInputError, NotFoundError } from '../../errors.ts';
import { ForbiddenError, type Caller } from '../caller.ts';
import { endpoint } from '../endpoint.ts';
import { Flag, Id } from './scope-query.ts';

type CorrectionsStore = Parameters<typeof undoCorrection>[2];

export interface CorrectionDeps {
  /** The store as the caller sees it; what is written there is the caller's organisation's. */
  storeOf: (caller: Caller) => CorrectionsStore;
  /** By id or preferred label. @throws InvalidInputError with near names */
  findSkill: (wanted: string) => Promise<Skill>;
  relinkPostings: (ids: readonly string[]) => Promise<void>;
  now: () => Date;
}

const MAKERS = ['provider', 'employer', 'operator'] as const;

const Said = z.object({
  kind: CorrectionKind,
  skill: Id.describe('Its id or preferred label'),
  posting: Id.optional().describe('Of an accepted or rejected link; without it the words count wherever they stand'),
  words: z.string().min(1).max(200).optional().describe('Of an alias; of a link only where these words stand'),
  why: z.string().min(1).max(500).optional(),
});

export function correctionEndpoints(deps: CorrectionDeps) {
  const { storeOf, findSkill, relinkPostings, now } = deps;
  return [
    endpoint({
      method: 'post',
      path: '/v1/corrections',
      summary: 'Says that a link is right or wrong, or what words mean; stored links change at once',
      roles: MAKERS,
      request: Said,
      reply: MadeCorrectionsReply,
      answer: async (said, caller) => {
        const store = storeOf(caller);
        const skill = await findSkill(said.skill);
        const made = await make(said, skill, caller, store, now().toISOString());
        await relinkPostings([...new Set(made.flatMap(({ toRelink }) => toRelink))]);
        return {
          corrections: made.map(({ correction, isNew, postingCount, changedCount, credentialCount }) => ({
            correction: replyOf(correction, new Map([[skill.id, skill]])),
            isNew,
            postingCount,
            changedCount,
            credentialCount,
          })),
        };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/corrections',
      summary: 'Corrections that hold, newest first',
      request: z.object({
        undone: Flag.default(false).describe('The undone ones too'),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      reply: CorrectionsReply,
      answer: async ({ undone, limit }, caller) => {
        const { corrections, taxonomies } = storeOf(caller);
        const all = undone ? await corrections.all() : await corrections.active();
        const shown = all.toReversed().slice(0, limit);
        const skills = await taxonomies.skillsById(shown.map(({ skillId }) => skillId));
        return { corrections: shown.map((one) => replyOf(one, skills)) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/v1/corrections/{id}/undo',
      summary: 'Takes a correction back; the postings it was about are linked again',
      roles: MAKERS,
      request: z.object({
        id: z.coerce
          .number()
          .int()
          .min(1)
          .max(2 ** 31 - 1),
      }),
      reply: UndoneCorrectionReply,
      answer: async ({ id }, caller) => {
        const store = storeOf(caller);
        const found = (await store.corrections.all()).find((one) => one.id === id);
        if (found === undefined)
          throw new NotFoundError(`There is no correction ${id}: GET /v1/corrections lists them.`);
        requireOwn(found.organisation, caller, 'This correction');
        const said = { by: caller.name, at: now().toISOString() };
        const { correction, ...counts } = await undoCorrection(id, said, store, relinkPostings);
        const skills = await store.taxonomies.skillsById([correction.skillId]);
        return { ...counts, correction: replyOf(correction, skills) };
      },
    }),
  ] as const;
}

async function make(
  { kind, posting, words, why }: z.infer<typeof Said>,
  { id: skillId }: Skill,
  caller: Caller,
  store: CorrectionsStore,
  at: string,
): Promise<MadeCorrection[]> {
  const said = { by: caller.name, at, why: why ?? null };
  if (kind !== 'alias' && posting !== undefined) {
    const [found] = await store.postings.postings([posting]);
    if (found === undefined)
      throw new NotFoundError(`There is no posting ${posting}: ids stand in the evidence of replies.`);
    requireOwn(found.organisation, caller, 'This posting');
    return correctLink(kind, { postingId: posting, skillId, words }, said, store);
  }
  if (kind === 'accept') throw new InvalidInputError('posting is missing: an accepted link needs its posting.');
  if (kind === 'alias' && posting !== undefined)
    throw new InvalidInputError('posting: an alias is about words wherever they stand; leave it out.');
  if (words === undefined) throw new InvalidInputError('words is missing: give the words as postings have them.');
  // What words mean is the same for everybody's postings.
  requireOwn(null, caller, 'What words mean everywhere');
  return [await correctWords(kind, words, skillId, said, store)];
}

/** @throws ForbiddenError when an organisation would change what others see */
function requireOwn(organisation: string | null, caller: Caller, what: string): void {
  if (caller.organisation === organisation) return;
  throw new ForbiddenError(`${what} is shared by all: only an operator's key may change it.`);
}

function replyOf({ skillId, ...rest }: StoredCorrection, skills: ReadonlyMap<string, Skill>): CorrectionReply {
  return { ...rest, skill: skillReply(skillId, skills) };
}
