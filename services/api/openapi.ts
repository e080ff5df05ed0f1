/** The OpenAPI 3.1 document, made from the endpoints' own schemas. */
import { z } from 'zod';
import { replySchemas } from './reply-schemas.ts';
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
        ...components(),
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

const pathOf = (name: string) => `#/components/schemas/${name}`;

/** Every named reply and part of one, each once; the others refer to it. */
function components(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(replySchemas(), { uri: pathOf, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]));
}

function replySchema(reply: z.ZodType): unknown {
  const name = replySchemas().get(reply)?.id;
  return name === undefined ? z.toJSONSchema(reply, { unrepresentable: 'any' }) : { $ref: pathOf(name) };
}

function operationOf({
  method,
  path,
  summary,
  request,
  reply,
  status = 200,
  texts = [],
  roles,
}: Endpoint): Record<string, unknown> {
  const schema = z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  const inPath = pathParameters(path);
  const { properties = {}, required = [] } = schema;
  const rest = (name: string) => !inPath.includes(name);
  const content = Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string' } }]));
  const body = {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => rest(name))),
    required: required.filter(rest),
  };
  return {
    operationId: `${method}${path.replace(/[^a-z0-9]+(\w)/giu, (_, letter: string) => letter.toUpperCase()).replace('}', '')}`,
    summary,
    ...(roles === undefined ? {} : { description: `For these roles: ${roles.join(', ')}.` }),
    parameters: parametersOf(schema, inPath, method === 'get'),
    ...(method === 'get' ? {} : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: {
        description: status === 202 ? 'Begun; ask for the job' : 'The answer',
        content: {
          'application/json': { schema: replySchema(reply) },
          ...content,
        },
      },
      400: { description: 'The request is not valid', ...problem },
      401: { description: 'A key is needed', ...problem },
      ...(inPath.length === 0 ? {} : { 404: { description: 'There is no such thing', ...problem } }),
      429: { description: 'Too many requests', ...problem },
      503: { description: 'Not available now; the detail says what to start', ...problem },
    },
  };
}

function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
}

/** Those of the path always; the others where they stand in the query string. */
function parametersOf(
  { properties = {}, required = [] }: JsonSchema,
  inPath: readonly string[],
  inQuery: boolean,
): Record<string, unknown>[] {
  return Object.entries(properties)
    .filter(([name]) => inQuery || inPath.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
}
