/** /docs: the endpoints on one page of plain HTML, written from the same schemas. No script, nothing from another host. */
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

export const DOCS_STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
code,pre{font-size:.875em}pre{overflow:auto;background:#f3f3f3;padding:.75rem}
h2{font-size:1.1rem;border-top:1px solid #bbb;padding-top:1rem}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}
.method{text-transform:uppercase;color:#0a5}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}pre{background:#242424}a{color:#8cf}.method{color:#5d9}}
`;

interface Property {
  type?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  anyOf?: Property[];
}

export function docsPage(endpoints: readonly Endpoint[]): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Skillgap API</title><link rel="stylesheet" href="/docs/style.css"></head><body>',
    '<h1>Skillgap API</h1>',
    '<p>Replies are those of the command line. Shares are 0 to 1, intervals 90 %. Errors are <code>application/problem+json</code> (RFC 9457).',
    'Everything here with the form of every reply: <a href="/openapi.json">openapi.json</a>.</p>',
    '<p>Where the server asks for keys, send <code>Authorization: Bearer KEY</code>. <code>If-None-Match</code> with the tag of an earlier reply answers 304 while nothing has changed.</p>',
    '<ul>',
    ...endpoints.map(
      ({ method, path }) => `<li><a href="#${anchorOf(method, path)}">${method.toUpperCase()} ${text(path)}</a></li>`,
    ),
    '</ul>',
    ...endpoints.map(sectionOf),
    '</body></html>',
  ].join('\n');
}

function sectionOf({ method, path, summary, request, roles, status = 200, texts = [] }: Endpoint): string {
  const { properties = {}, required = [] } = z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  const rows = Object.entries(properties).map(
    ([name, property]) =>
      `<tr><td><code>${text(name)}</code>${required.includes(name) ? ' *' : ''}</td><td>${text(typeOf(property))}</td><td>${text(property.description ?? '')}</td></tr>`,
  );
  return [
    `<h2 id="${anchorOf(method, path)}"><span class="method">${method}</span> <code>${text(path)}</code></h2>`,
    `<p>${text(summary)}.${roles === undefined ? '' : ` For these roles: ${text(roles.join(', '))}.`}${status === 202 ? ' Answers 202 with a job.' : ''}${texts.length === 0 ? '' : ` Also as ${text(texts.join(', '))}.`}</p>`,
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>${method === 'get' ? 'parameter' : 'field of the JSON body'}</th><th>is</th><th>means</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n');
}

function typeOf(property: Property): string {
  if (property.enum !== undefined) return property.enum.map(String).join(' | ');
  const type = property.type ?? property.anyOf?.map(typeOf).join(' or ') ?? 'any';
  const range =
    property.minimum === undefined && property.maximum === undefined
      ? ''
      : `, ${property.minimum ?? ''} to ${property.maximum ?? 'any'}`;
  return `${type}${range}${property.default === undefined ? '' : `, default ${JSON.stringify(property.default)}`}`;
}

function anchorOf(method: string, path: string): string {
  return `${method}${path.replace(/[^a-z0-9]+/giu, '-')}`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
