/**
 * Measures the chosen sections one after the other, and writes the report anew after each: stopping early loses nothing.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeSystem, type System } from '../../services/compose.ts';
import { randomFor } from '../../services/cli/evaluate.ts';
import { configOf, say } from '../../services/cli/context.ts';
import { datasetsFolderFromEnvironment } from '../../services/config.ts';
import { UnavailableError } from '../../services/errors.ts';
import { spreadSample } from '../../services/evaluate/spread-sample.ts';
import type { EvalOptions } from './eval-options.ts';
import { readJudgements } from './read-judgements.ts';
import { drawReliability } from './report/reliability-svg.ts';
import { RELIABILITY_FILE, writeSection } from './report/section-report.ts';
import { writeJudgedLinks, writeTopSkills } from './report/judged-report.ts';
import { writeReport } from './report/write-report.ts';
import type { EvalContext, Section } from './section.ts';
import { readSectionResult, writeSectionResult } from './section-files.ts';
import type { SectionResult } from './section-result.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns the parts of the report that were measured or read, for stdout */
export async function runEval(options: EvalOptions, sections: readonly Section[]): Promise<string> {
  const config = configOf(options);
  const judgements = await readJudgements(path.join(ROOT, 'data/judged'));
  // A sample must not pass for the evaluation.
  const folder =
    options.to ?? (options.sample === undefined ? path.join(ROOT, 'docs') : path.join(config.homeFolder, 'evaluation'));
  const publish = async (): Promise<void> => {
    const results = new Map<string, SectionResult>();
    for (const { name } of sections) {
      const result = await readSectionResult(path.join(folder, 'evaluation'), name);
      if (result !== undefined) results.set(name, result);
    }
    const parts = sections.map((section) => ({ section, result: results.get(section.name) }));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'evaluation.md'), writeReport({ sections: parts, ...judgements }));
    const panels = [...results.values()].flatMap(({ reliability }) => reliability);
    if (panels.length > 0) await writeFile(path.join(folder, RELIABILITY_FILE), drawReliability(panels));
  };
  await publish();

  const chosen = sections.filter(({ name }) => options.only.includes(name));
  const measured: string[] = [];
  if (chosen.length > 0) {
    await measuring(options, async (system, contextFor) => {
      for (const [at, section] of chosen.entries()) {
        const label = `[${at + 1}/${chosen.length}] ${section.name}`;
        const result = { ...(await basisOf(system)), ...(await measureSection(section, contextFor(label))) };
        await writeSectionResult(path.join(folder, 'evaluation'), result);
        await publish();
        measured.push(writeSection(section, result));
      }
    });
  }
  say(`Written: ${path.join(folder, 'evaluation.md')}`);
  return [...measured, writeJudgedLinks(judgements.judgedLinks), writeTopSkills(judgements.topSkills)].join('\n\n');
}

async function measuring(
  options: EvalOptions,
  work: (system: System, contextFor: (label: string) => EvalContext) => Promise<void>,
): Promise<void> {
  const datasets = datasetsFolderFromEnvironment();
  if (datasets === undefined) {
    throw new UnavailableError('Evaluation needs the labelled sets: set SKILLGAP_DATASETS to their folder.');
  }
  const start = performance.now();
  const system = await composeSystem(configOf(options));
  try {
    await work(system, (label) => ({
      system,
      datasets,
      goldFolder: path.join(system.config.homeFolder, 'gold'),
      seed: options.seed,
      randomFor: randomFor(options),
      take: (all, limit = Infinity) => spreadSample(all, Math.min(limit, options.sample ?? Infinity)),
      progress: (what) => {
        say(`${label}: ${what} ... (${Math.round((performance.now() - start) / 1000)} s)`);
      },
    }));
  } finally {
    await system.close();
  }
}

async function basisOf(system: System): Promise<Pick<SectionResult, 'model' | 'taxonomy' | 'linker'>> {
  const { linker } = await system.linking();
  const version = linker.parameters['version'];
  return {
    model: linker.modelId,
    taxonomy: `${linker.framework} ${linker.taxonomyVersion}`,
    linker: { id: linker.id, version: typeof version === 'number' ? version : null },
  };
}

async function measureSection(section: Section, context: EvalContext) {
  context.progress(section.title);
  const measured = await section.measure(context);
  return { section: section.name, notes: [], speeds: [], reliability: [], ...measured };
}
