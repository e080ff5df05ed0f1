/** `skillgap import taxonomy | postings | credentials | workforce`. */
import { Command, Option } from 'commander';
import { InvalidInputError } from '../errors.ts';
import { readPostingMap } from '../collect/read-posting-map.ts';
import { composeSystem } from '../compose.ts';
import { importCoreSkillMapping, importTaxonomy } from '../imports/import-taxonomy.ts';
import { importCredentials } from '../imports/import-credentials.ts';
import { importPostings } from '../imports/import-postings.ts';
import { importWorkforce } from '../imports/import-workforce.ts';
import type { ImportReport } from '../imports/import-report.ts';
import type { RecordFormat } from '../files/open-records.ts';
import type { Store } from '../store/store.ts';
import { addCommonOptions, configOf, nowOf, progress, reply, type CommonOptions } from './context.ts';

interface FileOptions extends CommonOptions {
  format: RecordFormat;
  source?: string;
  map?: string;
}

interface TaxonomyOptions extends CommonOptions {
  format: 'esco' | 'onet' | 'csv' | 'wef';
  name?: string;
  language?: string;
  taxonomyVersion?: string;
}

const fileFormat = () =>
  new Option('--format <format>', 'how the file is written').choices(['auto', 'jsonl', 'csv']).default('auto');

export function importCommand(): Command {
  const command = new Command('import').description('brings taxonomies, postings, credentials and staff lists in');
  command.addCommand(taxonomyCommand());
  command.addCommand(
    addCommonOptions(new Command('postings'))
      .description('postings from JSONL or CSV, plain or gzipped')
      .argument('<file>')
      .addOption(fileFormat())
      .option('--source <name>', 'where the postings come from; default: what a record says, else the file name')
      .option('--map <file>', 'JSON: our field -> their column')
      .action(async (file: string, options: FileOptions) => {
        const now = nowOf(options);
        const map = options.map === undefined ? undefined : await readPostingMap(options.map);
        await importing(options, file, 'postings', (store, onBytes) =>
          importPostings({ file, format: options.format, source: options.source, map }, { store, now }, onBytes),
        );
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('credentials'))
      .description('a catalogue of credentials from JSONL or CSV, plain or gzipped')
      .argument('<file>')
      .addOption(fileFormat())
      .option('--source <name>', 'name of the catalogue')
      .action(async (file: string, options: FileOptions) => {
        const now = nowOf(options);
        await importing(options, file, 'credentials', (store, onBytes) =>
          importCredentials({ file, format: options.format, source: options.source }, { store, now }, onBytes),
        );
      }),
  );
  command.addCommand(
    addCommonOptions(new Command('workforce'))
      .description('what an employer’s staff can do: CSV with skill, headcount, proficiency')
      .argument('<file>')
      .requiredOption('--employer <name>', 'whose staff it is')
      .action(async (file: string, options: CommonOptions & { employer: string }) => {
        await importing(options, file, 'skills', (store) => importWorkforce(file, options.employer, store));
      }),
  );
  return command;
}

function taxonomyCommand(): Command {
  return addCommonOptions(new Command('taxonomy'))
    .description('ESCO zips or CSV folders, the O*NET text folder, an own CSV list, or a mapping to WEF core skills')
    .argument('<path...>')
    .addOption(
      new Option('--format <format>', 'what the files are')
        .choices(['esco', 'onet', 'csv', 'wef'])
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'name of an own list (default: the file name)')
    .option('--language <code>', 'language of the labels, ISO 639-1')
    .option('--taxonomy-version <version>', 'wins over the version the files state')
    .action(async (paths: string[], options: TaxonomyOptions) => {
      const now = nowOf(options);
      await withStore(options, async (store) => {
        if (options.format === 'wef') {
          const [mapping] = paths;
          if (mapping === undefined || paths.length > 1)
            throw new InvalidInputError('Give one mapping file for --format wef.');
          const links = await importCoreSkillMapping(mapping, { store });
          reply(options, { coreSkillLinks: links }, () => `${links} links to WEF core skills.`);
          return;
        }
        const bar = progress('Reading', 'bytes');
        const report = await importTaxonomy(
          {
            format: options.format,
            paths,
            name: options.name,
            language: options.language,
            version: options.taxonomyVersion,
          },
          { store, now },
          (read, total) => {
            bar.update(read, total);
          },
        ).finally(() => {
          bar.stop();
        });
        const { framework, version, language, counts } = report.summary;
        reply(options, { ...report.summary, warnings: report.warnings, coreSkillLinks: report.coreSkillLinks }, () =>
          [
            `${framework} ${version} (${language}): ${Object.entries(counts)
              .map(([what, count]) => `${count.toLocaleString('en-US')} ${words(what)}`)
              .join(', ')}${report.coreSkillLinks > 0 ? `, ${report.coreSkillLinks} links to WEF core skills` : ''}.`,
            ...report.warnings.map((warning) => `! ${warning}`),
          ].join('\n'),
        );
      });
    });
}

/** occupationSkills -> occupation skills */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

async function withStore(options: CommonOptions, work: (store: Store) => Promise<void>): Promise<void> {
  const system = await composeSystem(configOf(options));
  try {
    await work(system.store);
  } finally {
    await system.close();
  }
}

async function importing(
  options: CommonOptions,
  file: string,
  what: string,
  work: (store: Store, onBytes: (read: number, total: number) => void) => Promise<ImportReport>,
): Promise<void> {
  await withStore(options, async (store) => {
    const bar = progress(`Importing ${file}`, 'bytes');
    const report = await work(store, (read, total) => {
      bar.update(read, total);
    }).finally(() => {
      bar.stop();
    });
    reply(options, report, () => showReport(report, what));
  });
}

const SHOWN_REJECTIONS = 20;

function showReport({ file, read, added, changed, unchanged, rejected, warnings }: ImportReport, what: string): string {
  const more = rejected.length - SHOWN_REJECTIONS;
  return [
    `${file}: ${read.toLocaleString('en-US')} ${what} read, ${added.toLocaleString('en-US')} added, ${changed} changed, ${unchanged.toLocaleString('en-US')} unchanged, ${rejected.length} set aside.`,
    ...rejected.slice(0, SHOWN_REJECTIONS).map((reason) => `  - ${reason}`),
    ...(more > 0 ? [`  - and ${more} more (--json lists them all)`] : []),
    ...Object.entries(warnings)
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .map(([warning, count]) => `  ! ${count.toLocaleString('en-US')} x ${warning}`),
  ].join('\n');
}
