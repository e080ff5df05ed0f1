/**
 * Paths of folders, zip archives and single files in, the tables among them out, ready to read.
 *
 * Publishers pack the same tables in different ways; which table a file holds is told by its base name alone.
 * A folder is searched one level deep, archives in it included.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { explainOpening, openText } from './open-text.ts';
import { readZip } from './read-zip.ts';
import type { OnBytes, TextStream } from './text-stream.ts';

export interface FoundTable<Name extends string> {
  table: Name;
  /** `skills_en.csv`, without folder, archive and `.gz`. */
  baseName: string;
  /** The archive or folder it was found in, or the file itself. */
  container: string;
  text: TextStream;
}

/**
 * Each table has to be read before the next one is asked for.
 *
 * @param identify which table a base name stands for; undefined passes it over
 * @throws InvalidInputError when a path does not exist or an archive is hostile
 */
export async function* findTables<Name extends string>(
  paths: readonly string[],
  identify: (baseName: string) => Name | undefined,
  onBytes?: OnBytes,
): AsyncGenerator<FoundTable<Name>> {
  const files = await listFiles(paths, (baseName) => identify(baseName) !== undefined);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { file, container, size } of files) {
    const start = done;
    const report: OnBytes = (read, of) => onBytes?.(start + Math.round((size * read) / Math.max(1, of)), total);
    if (isArchive(file)) {
      const isWanted = (entryName: string): boolean => identify(path.posix.basename(entryName)) !== undefined;
      for await (const { entryName, text } of readZip(file, isWanted, { onBytes: report })) {
        const baseName = path.posix.basename(entryName);
        const table = identify(baseName);
        if (table !== undefined) yield { table, baseName, container: file, text };
      }
    } else {
      const baseName = toBaseName(file);
      const table = identify(baseName);
      if (table !== undefined) yield { table, baseName, container, text: openText(file, { onBytes: report }) };
    }
    done += size;
  }
}

interface ListedFile {
  file: string;
  container: string;
  size: number;
}

async function listFiles(paths: readonly string[], isTable: (baseName: string) => boolean): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const each of paths) {
    try {
      const status = await stat(each);
      if (!status.isDirectory()) {
        listed.push({ file: each, container: each, size: status.size });
        continue;
      }
      const names = (await readdir(each)).sort();
      for (const name of names.filter((candidate) => isArchive(candidate) || isTable(toBaseName(candidate)))) {
        const file = path.join(each, name);
        listed.push({ file, container: each, size: (await stat(file)).size });
      }
    } catch (error) {
      throw explainOpening(error, each);
    }
  }
  return listed;
}

function isArchive(file: string): boolean {
  return file.toLowerCase().endsWith('.zip');
}

function toBaseName(file: string): string {
  return path.basename(file).replace(/\.gz$/i, '');
}
