/** POST /v1/briefs/design|employer|learner: what a provider, an employer or a learner takes away, as JSON or a document. */
import { z } from 'zod';
import { DEFAULT_OPTIONS } from '../../answers/answer-deps.ts';
import { answerDesign } from '../../answers/answer-design.ts';
import { answerEmployer } from '../../answers/answer-employer.ts';
import { answerLearner } from '../../answers/answer-learner.ts';
import { renderBrief, type Block } from '../../documents/brief-document.ts';
import { designBlocks } from '../../documents/design-blocks.ts';
import { employerBlocks } from '../../documents/employer-blocks.ts';
import { learnerBlocks } from '../../documents/learner-blocks.ts';
import { DesignReply, EmployerBrief, LearnerBrief, Purpose } from '../../domain/brief.ts';
import { InvalidInputError } from '../../errors.ts';
import { endpoint, TextReply } from '../endpoint.ts';
import { economicsOf, EconomicsQuery } from './economics-query.ts';
import { filtersOf } from './filter-query.ts';
import { limitsOf, PlanQuery } from './plan.ts';
import { todayOf, type RouteDeps } from './route-deps.ts';
import { LearnerBody, MAX_PROFILE, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

/** Linking takes a model about a second for each: more belong into the store. */
const MAX_POSTINGS = 50;
const DOCUMENT_TYPES = { md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' } as const;
const texts = Object.values(DOCUMENT_TYPES);
const Format = z.enum(['json', 'md', 'html']).default('json');
const Scope = ScopeQuery.omit({ framework: true });
const top = (standard: number) => z.coerce.number().int().min(1).max(50).default(standard);

export function briefEndpoints({ answers, readTexts, now }: Pick<RouteDeps, 'answers' | 'readTexts' | 'now'>) {
  return [
    endpoint({
      method: 'post',
      path: '/v1/briefs/design',
      summary: 'New credentials for what is asked for together and taught by nobody',
      request: Scope.extend({ top: top(3), economics: EconomicsQuery.optional(), format: Format }),
      reply: DesignReply,
      texts,
      answer: async ({ economics, format, ...query }, caller) => {
        const request = { ...requestOf(query), economics: economicsOf(economics ?? {}) };
        const brief = await answerDesign(request, await answers(caller), optionsOf(query));
        return asked(format, brief, designBlocks);
      },
    }),
    endpoint({
      method: 'post',
      path: '/v1/briefs/employer',
      summary: 'The competencies an employer asks for, who teaches them and what nobody teaches; texts are not stored',
      request: Scope.extend({
        top: top(15),
        text: z.string().min(1).max(MAX_PROFILE).optional().describe('A text that describes the job'),
        postings: z
          .array(z.record(z.string(), z.unknown()))
          .min(1)
          .max(MAX_POSTINGS)
          .optional()
          .describe('Records as an import takes them: title, description, employer ...'),
        purpose: Purpose.optional(),
        format: Format,
      }),
      reply: EmployerBrief,
      texts,
      answer: async ({ text, postings, purpose, format, ...query }, caller) => {
        const given = [text, postings, query.employer].filter((one) => one !== undefined).length;
        if (given !== 1) throw new InvalidInputError('Whose brief? Give one of text, postings or employer.');
        const shared = { purpose: purpose ?? null, today: todayOf({ now }) };
        const handedIn = text === undefined ? (postings === undefined ? null : { postings }) : { text };
        const request =
          handedIn === null
            ? { ...requestOf(query), ...shared, texts: null }
            : { ...shared, texts: await readTexts(handedIn, now().toISOString()) };
        const brief = await answerEmployer(request, await answers(caller), optionsOf(query));
        return asked(format, brief, employerBlocks);
      },
    }),
    endpoint({
      method: 'post',
      path: '/v1/briefs/learner',
      summary: 'What a learner has and lacks for a target, and the plan that closes it; the profile is not stored',
      request: PlanQuery.omit({ framework: true }).extend({
        ...LearnerBody,
        top: top(15),
        wage: z.number().min(0).max(1e6).optional().describe('What an hour is worth to the learner'),
        format: Format,
      }),
      reply: LearnerBrief,
      texts,
      answer: async ({ wage, format, ...query }, caller) => {
        if (query.learner === undefined)
          throw new InvalidInputError('learner is missing: send plain text, a JSON Resume or badges.');
        const request = {
          ...requestOf(query),
          ...limitsOf(query, now()),
          filters: filtersOf(query),
          opportunityWage: wage ?? null,
        };
        const brief = await answerLearner(request, await answers(caller), { ...DEFAULT_OPTIONS, ...optionsOf(query) });
        return asked(format, brief, learnerBlocks);
      },
    }),
  ] as const;
}

function asked<Brief>(format: z.infer<typeof Format>, brief: Brief, blocksOf: (brief: Brief) => Block[]) {
  return format === 'json' ? brief : new TextReply(DOCUMENT_TYPES[format], renderBrief(blocksOf(brief), format));
}
