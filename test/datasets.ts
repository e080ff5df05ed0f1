/** Where the real datasets are, for the tests that need them. Those tests skip loudly without it. */
import { existsSync } from 'node:fs';
import { datasetsFolderFromEnvironment } from '../services/config.ts';

/** The folder named by SKILLGAP_DATASETS, or undefined when it is not set or does not exist. */
export function datasetsFolder(): string | undefined {
  const folder = datasetsFolderFromEnvironment();
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
