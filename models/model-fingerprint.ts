/**
 * A model's files in, a short name for exactly these weights and this tokeniser out.
 *
 * Cached vectors and indexes are kept under this name, so replacing the files of a folder makes them rebuild.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileChecksum } from './file-checksum.ts';
import { ModelUnavailableError } from './model-errors.ts';

/** What transformers.js needs of a model. */
const REQUIRED_FILES = ['onnx/model.onnx', 'tokenizer.json', 'tokenizer_config.json', 'config.json'];
/** Weights above 2 GB are kept beside the graph. */
const OPTIONAL_FILES = ['onnx/model.onnx_data'];
const DIGITS = 12;

/** The files a model folder lacks, by name; empty when it can be opened. */
export function missingFiles(folder: string): string[] {
  return REQUIRED_FILES.filter((file) => !existsSync(path.join(folder, file)));
}

/**
 * @returns `name`, `@`, and the first 12 hex digits of a SHA-256 over the files
 * @throws ModelUnavailableError naming the files that are missing
 */
export async function fingerprintModel(folder: string, name = path.basename(path.resolve(folder))): Promise<string> {
  const missing = missingFiles(folder);
  if (missing.length > 0) throw new ModelUnavailableError(`The model folder ${folder} lacks ${missing.join(', ')}.`);
  const hash = createHash('sha256');
  for (const file of [...REQUIRED_FILES, ...OPTIONAL_FILES]) {
    const checksum = await fileChecksum(path.join(folder, file));
    if (checksum !== undefined) hash.update(`${file}\n${checksum}\n`);
  }
  return `${name}@${hash.digest('hex').slice(0, DIGITS)}`;
}
