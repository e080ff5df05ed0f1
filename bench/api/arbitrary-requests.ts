/**
 * The schema of an endpoint in, requests to it out: most as the schema asks for, some with a value that is wrong, some that no
 * client would send. Values by the name of a field come first, because words drawn by chance name no region and no skill.
 */
import fc from 'fast-check';
import { z } from 'zod';
import type { Endpoint } from '../../services/api/endpoint.ts';

export interface DrawnRequest {
  method: string;
  /** Path and query string. */
  address: string;
  headers: Record<string, string>;
  body?: string;
}

/** Values that mean something, by the name of the field. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Only requests that the schema accepts, as far as it says everything. */
export function validRequest(endpoint: Endpoint, known: KnownValues): fc.Arbitrary<DrawnRequest> {
  return valueOf(schemaOf(endpoint), known).map((value) => written(endpoint, value as Record<string, unknown>));
}

/** Whatever may come over the network. */
export function anyRequest(endpoint: Endpoint, known: KnownValues): fc.Arbitrary<DrawnRequest> {
  const schema = schemaOf(endpoint);
  const valid = valueOf(schema, known) as fc.Arbitrary<Record<string, unknown>>;
  const names = Object.keys(schema.properties ?? {});
  const wrong = fc
    .tuple(valid, fc.constantFrom(...names, 'nobodyKnows', '__proto__', 'constructor'), hostileValue)
    .map(([value, name, hostile]) => written(endpoint, { ...value, [name]: hostile }));
  return fc.oneof(
    { weight: 6, arbitrary: valid.map((value) => written(endpoint, value)) },
    { weight: 4, arbitrary: wrong },
    { weight: 1, arbitrary: brokenRequest(endpoint) },
  );
}

function schemaOf({ request }: Endpoint): JsonSchema {
  return z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

function written({ method, path }: Pick<Endpoint, 'method' | 'path'>, value: Record<string, unknown>): DrawnRequest {
  const rest = { ...value };
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const part = shown(rest[name]).toWellFormed();
    Reflect.deleteProperty(rest, name);
    // An empty part, or dots, would be another address.
    return encodeURIComponent(/^\.*$/u.test(part) ? 'x' : part);
  });
  if (method === 'post') return { method: 'POST', address: filled, headers: JSON_HEADERS, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, one] of Object.entries(rest)) {
    for (const each of Array.isArray(one) ? one : [one]) if (each !== undefined) query.append(name, shown(each));
  }
  return { method: 'GET', address: query.size === 0 ? filled : `${filled}?${query.toString()}`, headers: {} };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueOf(schema: JsonSchema, known: KnownValues, name = ''): fc.Arbitrary<unknown> {
  const hints = known[name];
  const drawn = drawnBy(schema, known);
  if (hints === undefined || hints.length === 0) return drawn;
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...hints) }, { weight: 1, arbitrary: drawn });
}

function drawnBy(schema: JsonSchema, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => drawnBy(one, known)));
  const { minimum = -1000, maximum = 1000 } = schema;
  switch (schema.type) {
    case 'object': {
      if (schema.properties === undefined) return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
      const { properties, required = [] } = schema;
      const parts = Object.entries(properties).map(([name, one]) => {
        const value = valueOf(one, known, name);
        // Two thirds of what may be left out is: most parts of a scope together name nothing.
        return [
          name,
          required.includes(name)
            ? value
            : fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value }),
        ] as const;
      });
      return fc.record(Object.fromEntries(parts)).map((record) => withoutUndefined(record));
    }
    case 'array':
      return fc.array(schema.items === undefined ? fc.jsonValue() : drawnBy(schema.items, known), {
        minLength: 1,
        maxLength: Math.min(3, schema.maxItems ?? 3),
      });
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -1e6), max: Math.min(maximum, Math.max(minimum, 0) + 50) });
    case 'number':
      return fc.double({ min: minimum, max: Math.min(maximum, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textBy(schema);
    default:
      return fc.jsonValue();
  }
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function textBy({ format, pattern, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date')
    return fc
      .date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  return fc.string({ minLength: 1, maxLength: Math.min(60, maxLength), unit: 'grapheme' });
}

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    1e308,
    '\u0000',
    '\ud800',
    "'; drop table posting; --",
    '../../etc/passwd',
    '%00',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    'x'.repeat(5000),
    '&|!:*()<->',
    '{{7*7}}<script>alert(1)</script>',
    [],
    {},
    [[[[[[[[]]]]]]]],
    { toString: 1 },
    ['a', 'b'],
  ),
);

function brokenRequest({ method, path }: Endpoint): fc.Arbitrary<DrawnRequest> {
  const address = path.replaceAll(/\{\w+\}/gu, '1');
  const bodies = ['', '{', '[]', '"text"', 'null', '1e999', '{"a":'.repeat(500), '\u0000', '{"region": "\\ud800"}'];
  return fc.oneof(
    fc
      .constantFrom('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS')
      .map((other) => ({ method: other, address, headers: {} })),
    fc.constantFrom(...bodies).map((body) => ({ method: 'POST', address, headers: JSON_HEADERS, body })),
    fc.constant({ method: 'POST', address, headers: { 'content-type': 'text/plain' }, body: 'text' }),
    fc.constant({ method: 'POST', address, headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' }, body: '{}' }),
    fc.constant({ method: method.toUpperCase(), address: `${address}%E0%A4%A`, headers: {} }),
    fc.constant({
      method: method.toUpperCase(),
      address: `${address}?%FF=%00&region[$gt]=&region=a&region=b`,
      headers: {},
    }),
    fc.constant({ method: 'GET', address: `${address}/events/../..//`, headers: { authorization: 'Bearer \t' } }),
  );
}
