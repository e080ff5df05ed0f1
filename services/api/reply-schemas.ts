/** The published replies by the names they have in the code: the components of the OpenAPI document. */
import { z } from 'zod';
import * as briefs from '../domain/brief.ts';
import * as catalogue from '../domain/catalogue-reply.ts';
import * as correctionReplies from '../domain/correction-reply.ts';
import * as credentialPages from '../domain/credential-page-reply.ts';
import * as credentials from '../domain/credential.ts';
import * as directory from '../domain/directory-reply.ts';
import * as emerging from '../domain/emerging.ts';
import * as gapReports from '../domain/gap-report.ts';
import * as jobs from '../domain/job-reply.ts';
import * as maps from '../domain/map-reply.ts';
import * as overviews from '../domain/overview-reply.ts';
import * as postings from '../domain/posting-reply.ts';
import * as replies from '../domain/reply.ts';
import * as scopes from '../domain/scope.ts';
import * as scorecards from '../domain/scorecard.ts';
import * as skillPages from '../domain/skill-page-reply.ts';

const MODULES: readonly Record<string, unknown>[] = [
  replies,
  scopes,
  scorecards,
  credentials,
  overviews,
  directory,
  skillPages,
  postings,
  credentialPages,
  catalogue,
  maps,
  emerging,
  briefs,
  gapReports,
  correctionReplies,
  jobs,
];

let known: z.core.$ZodRegistry<{ id: string }> | undefined;

export function replySchemas(): z.core.$ZodRegistry<{ id: string }> {
  if (known !== undefined) return known;
  const registry = z.registry<{ id: string }>();
  for (const exported of MODULES) {
    for (const [id, schema] of Object.entries(exported)) {
      if (schema instanceof z.ZodType && !registry.has(schema)) registry.add(schema, { id });
    }
  }
  return (known = registry);
}
