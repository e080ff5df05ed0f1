/**
 * What the converters of labelled sets share: where the sets are, where the converted files go, how they are written.
 *
 * Converted files hold third-party text: they belong into a folder that git ignores (var/gold unless another is named).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { datasetsFolderFromEnvironment } from '../../services/config.ts';

/** Reads from `datasets`, writes to `folder`, says what it wrote: one line for each file. */
export type Converter = (datasets: string, folder: string) => Promise<string[]>;

/** Runs the converter when its file is the one that was started: `node --import tsx bench/gold/<name>.ts [FOLDER]`. */
export async function runConverter(fileUrl: string, convert: Converter): Promise<void> {
  const [, started, folder = 'var/gold'] = process.argv;
  if (started === undefined || pathToFileURL(started).href !== fileUrl) return;
  const datasets = datasetsFolderFromEnvironment();
  if (datasets === undefined) {
    process.stderr.write('Set SKILLGAP_DATASETS to the folder of the datasets.\n');
    process.exitCode = 2;
    return;
  }
  try {
    for (const line of await convert(datasets, path.resolve(folder))) process.stdout.write(`${line}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Writes one record a line and says so. */
export async function writeJsonl(folder: string, name: string, records: readonly unknown[]): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return `${file}: ${records.length} records`;
}

/**
 * Which half of a set a record belongs to: settings are chosen on the development half, the other half says how well
 * they carry over. By hash, so that a record stays in its half whatever is added.
 */
export function isDevelopment(id: string): boolean {
  return Number.parseInt(hash('sha256', id).slice(0, 2), 16) % 2 === 0;
}
