/**
 * One callback in, one callback per file out: their reports add up to one progress over all files.
 */
import { stat } from 'node:fs/promises';
import { explainOpening } from './open-text.ts';
import type { OnBytes } from './text-stream.ts';

/**
 * In the order of `files`.
 *
 * @throws InvalidInputError when a file does not exist
 */
export async function sumProgress(files: readonly string[], onBytes: OnBytes | undefined): Promise<OnBytes[]> {
  const readByFile = files.map(() => 0);
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return files.map((_, position) => (read) => {
    readByFile[position] = read;
    onBytes?.(
      readByFile.reduce((sum, each) => sum + each, 0),
      total,
    );
  });
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw explainOpening(error, file);
  }
}
