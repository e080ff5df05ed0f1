/**
 * The rules of .dependency-cruiser.cjs: the tree keeps all of them, and each of them can fail.
 *
 * A guard nobody has seen fail is no guard, so every rule has one planted file that breaks it and nothing else. The
 * planted tree holds stubs only: rules look at paths, not at contents.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Rule {
  name: string;
  comment: string;
  from: { path?: string; pathNot?: string | string[] };
  to: { path?: string };
}

const root = fileURLToPath(new URL('../', import.meta.url));
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: Rule[];
  options: Record<string, unknown> & { enhancedResolveOptions: object };
};
const roots = ['services', 'workers', 'models', 'test', 'bench'];

/** Where a rule is broken: the folder the planted file stands in and what it imports. */
const planted: Record<string, [folder: string, imported: string]> = {
  'layer-domain': ['services/domain', 'services/errors.ts'],
  'layer-settings': ['services', 'services/domain/stub.ts'],
  'layer-files': ['services/files', 'services/domain/stub.ts'],
  'layer-models': ['models', 'services/domain/stub.ts'],
  'layer-collect': ['services/collect', 'services/skills/stub.ts'],
  'layer-matching': ['services/matching', 'services/skills/stub.ts'],
  'layer-skills': ['services/skills', 'services/credentials/stub.ts'],
  'layer-gaps': ['services/gaps', 'services/errors.ts'],
  'layer-credentials': ['services/credentials', 'services/skills/stub.ts'],
  'layer-briefs': ['services/briefs', 'services/skills/stub.ts'],
  'layer-standards': ['services/standards', 'services/answers/stub.ts'],
  'layer-imports': ['services/imports', 'services/answers/stub.ts'],
  'layer-corrections': ['services/corrections', 'services/answers/stub.ts'],
  'layer-answers': ['services/answers', 'services/collect/html.ts'],
  'layer-documents': ['services/documents', 'services/errors.ts'],
  'layer-evaluate': ['services/evaluate', 'services/skills/stub.ts'],
  'layer-train': ['services/train', 'services/credentials/stub.ts'],
  'layer-store': ['services/store', 'services/gaps/stub.ts'],
  'layer-queue': ['services/queue', 'services/skills/stub.ts'],
  'layer-compose': ['services/compose', 'services/cli/stub.ts'],
  'layer-api': ['services/api', 'services/cli/stub.ts'],
  'layer-web': ['services/web', 'services/api/app.ts'],
  'layer-cli': ['services/cli', 'models/create-embedder.ts'],
  'layer-workers': ['workers', 'services/answers/stub.ts'],
  'domain-is-plain': ['services/domain', 'node:fs'],
  'gaps-are-pure': ['services/gaps', 'node:fs'],
  'store-behind-its-interface': ['services/cli', 'services/store/postgres-store.ts'],
  'redis-behind-the-queue': ['services/cli', 'services/queue/redis-queue.ts'],
  'hnsw-behind-snapshots': ['services/skills', 'services/matching/hnsw-index.ts'],
  'api-takes-types-of-stages': ['services/api', 'services/skills/stub.ts'],
  'vendor-without-a-rule': ['services/cli', 'left-pad'],
  'production-without-development-packages': ['services/cli', 'only-for-tests'],
  'production-without-tests': ['services/cli', 'test/stub.ts'],
  'no-circles': ['services/skills', 'services/skills/stub.ts'],
  'no-dead-imports': ['services/cli', './not-there.ts'],
};
const vendorRules = forbidden.filter(({ name }) => name.startsWith('vendor-') && name !== 'vendor-without-a-rule');
for (const rule of vendorRules) planted[rule.name] = ['services/answers', vendorOf(rule)];

describe('the tree', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await cruiseRules(root);
  });

  it('keeps every rule', () => {
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(result.modules.length).toBeGreaterThan(200);
  });

  it('has a layer for every folder of services/', () => {
    const layers = forbidden.filter(({ name }) => name.startsWith('layer-')).map(({ from }) => new RegExp(from.path!));
    const folders = readdirSync(path.join(root, 'services'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `services/${name}/any.ts`);
    expect(folders.filter((file) => !layers.some((layer) => layer.test(file)))).toEqual([]);
  });

  it('has files in every layer', () => {
    const layers = forbidden.filter(({ name }) => name.startsWith('layer-'));
    const isEmpty = ({ from }: Rule) => !result.modules.some(({ source }) => new RegExp(from.path!).test(source));
    expect(layers.filter(isEmpty).map(({ name }) => name)).toEqual([]);
  });

  it.each(vendorRules.map((rule) => [vendorOf(rule), rule] as const))(
    'imports %s where its rule says',
    (_vendor, { from, to }) => {
      const adapter = new RegExp(String(from.pathNot));
      const importers = result.modules
        .filter(({ dependencies }) => dependencies.some(({ resolved }) => new RegExp(to.path!).test(resolved)))
        .map(({ source }) => source)
        .filter((source) => !source.startsWith('test/'));
      expect(importers.length).toBeGreaterThan(0);
      expect(importers.filter((source) => !adapter.test(source))).toEqual([]);
    },
  );
});

describe('each rule', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'skillgap-architecture-'));
  const brokenBy = new Map<string, Set<string>>();

  beforeAll(async () => {
    const names = forbidden.map(({ name }) => name);
    for (const [number, name] of names.entries()) plant(folder, number, name);
    writePackages(folder);
    for (const { rule, from } of (await cruiseRules(folder)).summary.violations) {
      // A circle is reported once, from whichever of its files comes first.
      const file = from.replace('-back.ts', '.ts');
      brokenBy.set(file, (brokenBy.get(file) ?? new Set()).add(rule.name));
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('has one planted violation and says why it is there', () => {
    expect(Object.keys(planted).sort()).toEqual(forbidden.map(({ name }) => name).sort());
    for (const { comment } of forbidden) expect(comment).toMatch(/^[A-Z].{20,}\.$/u);
  });

  it.each(forbidden.map(({ name }, number) => [name, number] as const))('%s fails, and fails alone', (name, number) => {
    expect([...(brokenBy.get(plantedFile(name, number)) ?? [])]).toEqual([name]);
  });
});

async function cruiseRules(baseDir: string): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    roots,
    { ...cruiseOptions, baseDir, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
  );
  return output as ICruiseResult;
}

function vendorOf({ to }: Rule): string {
  return /node_modules\/(.*)\/$/u.exec(to.path ?? '')![1]!.replaceAll('\\', '');
}

function plantedFile(name: string, number: number): string {
  // Settings are four files by name; log.ts is free to be the planted one.
  if (name === 'layer-settings') return 'services/log.ts';
  return `${planted[name]?.[0] ?? ''}/planted-${number}.ts`;
}

function plant(folder: string, number: number, name: string): void {
  const [, imported] = planted[name] ?? ['', ''];
  const file = plantedFile(name, number);
  const isOurs = roots.some((ours) => imported.startsWith(`${ours}/`));
  if (!isOurs) {
    write(folder, file, `import '${imported}';\n`);
    return;
  }
  const back = path.relative(path.dirname(imported), file);
  const stub = name === 'no-circles' ? `services/skills/planted-${number}-back.ts` : imported;
  write(folder, stub, name === 'no-circles' ? `import './${back}';\n` : 'export {};\n');
  const specifier = path.relative(path.dirname(file), stub);
  write(folder, file, `import '${specifier.startsWith('.') ? specifier : `./${specifier}`}';\n`);
}

function writePackages(folder: string): void {
  const production = [...vendorRules.map(vendorOf), 'left-pad'];
  for (const name of [...production, 'only-for-tests']) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(folder, `node_modules/${name}/index.js`, '');
  }
  const dependencies = Object.fromEntries(production.map((name) => [name, '1.0.0']));
  const manifest = { type: 'module', dependencies, devDependencies: { 'only-for-tests': '1.0.0' } };
  write(folder, 'package.json', JSON.stringify(manifest));
  write(folder, 'tsconfig.json', '{}');
  for (const ours of roots) write(folder, `${ours}/stub.ts`, 'export {};\n');
}

function write(folder: string, file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}
