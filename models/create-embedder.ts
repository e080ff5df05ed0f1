/**
 * The name of a model in, an open embedder out: the one place that knows which names there are.
 *
 * A folder on this machine wins over a hub model of the same name, and only a hub model may use the network.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { createHashingEmbedder } from './hashing-embedder.ts';
import { openMiniLm, openSentenceEncoder, type OpenEmbedder } from './minilm-embedder.ts';
import { ModelUnavailableError } from './model-errors.ts';

export interface EmbedderFolders {
  /** Where the default model is built, once (about 60 MB; 90 in 32-bit floats). */
  buildFolder: string;
  /** Where downloaded hub models are kept. */
  cacheFolder: string;
}

const HUB_ID = /^[\w-][\w.-]*\/[\w-][\w.-]*$/u;

/**
 * @param model `minilm-l6-v2`, the same in 32-bit floats as `minilm-l6-v2-fp32`, `hashing`, a local folder or a hub id such as `Xenova/paraphrase-multilingual-MiniLM-L12-v2`
 * @throws ModelUnavailableError when there is no such model; the message says what was looked for
 */
export async function createEmbedder(model: string, folders: EmbedderFolders): Promise<OpenEmbedder> {
  if (model === 'minilm-l6-v2') return openMiniLm(folders.buildFolder, 'int8');
  if (model === 'minilm-l6-v2-fp32') return openMiniLm(folders.buildFolder, 'fp32');
  if (model === 'hashing') return { ...createHashingEmbedder(), close: () => Promise.resolve() };
  if (isFolder(model)) return openSentenceEncoder({ folder: path.resolve(model) });
  if (HUB_ID.test(model))
    return openSentenceEncoder({ hubId: model, downloadFolder: path.resolve(folders.cacheFolder) });
  throw new ModelUnavailableError(
    `There is no model "${model}": name minilm-l6-v2, minilm-l6-v2-fp32, hashing, an existing folder, or a hub id such as owner/name.`,
  );
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
