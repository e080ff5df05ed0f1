/** The OpenAPI 3.1 document, made from the endpoints' own schemas. */
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

interface JsonSchema {
  properties?: Record<string, { description?: string } & Record<string, unknown>>;
  required?: string[];
}

export function openApiDocument(endpoints: readonly Endpoint[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of endpoints) paths[one.path] = { ...paths[one.path], [one.method]: operationOf(one) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Skillgap',
      version: '1',
      description:
        'Which skills a labour market asks for and lacks, and which micro-credentials close the gap. Shares are 0 to 1; intervals are 90 %.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
          },
        },
      },
    },
  };
}

function operationOf({ method, path, summary, request, reply }: Endpoint): Record<string, unknown> {
  const schema = z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
    operationId: `${method}${path.replace(/[^a-z0-9]+(\w)/giu, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    ...(method === 'get'
      ? { parameters: parametersOf(schema) }
      : { requestBody: { required: true, content: { 'application/json': { schema } } } }),
    responses: {
      200: {
        description: 'The answer',
        content: { 'application/json': { schema: z.toJSONSchema(reply, { unrepresentable: 'any' }) } },
      },
      400: { description: 'The request is not valid', ...problem },
      503: { description: 'Not available now; the detail says what to start', ...problem },
    },
  };
}

function parametersOf({ properties = {}, required = [] }: JsonSchema): Record<string, unknown>[] {
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}
