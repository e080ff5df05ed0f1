/**
 * `npm run openapi` writes docs/openapi.json from the schemas of the routes; with --check it only says whether the file is
 * still what they say, and fails where it is not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describedEndpoints } from './api-endpoints.ts';
import { openApiDocument } from './openapi.ts';

const FILE = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));

const written = `${JSON.stringify(openApiDocument(describedEndpoints()), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, written);
else if (readFileSync(FILE, 'utf8') !== written) {
  process.stderr.write('docs/openapi.json is not what the routes say any more: run npm run openapi and commit it.\n');
  process.exitCode = 1;
}
