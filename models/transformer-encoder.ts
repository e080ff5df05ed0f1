/**
 * transformers.js behind a small interface: text to token ids, token ids to one vector per token.
 *
 * The package named `@xenova/transformers` is `@huggingface/transformers`, its later name (ADR 0002). Inference blocks
 * the event loop while a batch runs, so callers keep batches small and let other work in between them.
 */
import { availableParallelism } from 'node:os';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { ModelUnavailableError } from './model-errors.ts';

// Nothing is fetched unless a hub model was asked for by name.
env.allowRemoteModels = false;

/** More threads than this bring nothing for batches of some hundred tokens. */
const MOST_THREADS = 8;
/** Longer text is cut before it is tokenised: a hostile page must not cost seconds for tokens that are cut anyway. */
const MOST_CHARACTERS_PER_TOKEN = 64;

export interface TransformerEncoder {
  readonly dimensions: number;
  /** Tokens that are no text, before and after it ([CLS], [SEP]). */
  readonly leadingMarks: number;
  readonly trailingMarks: number;
  /** Token ids with the model's marks around them, at most `maxTokens`; empty when the text holds no token. */
  tokenise(text: string): number[];
  /**
   * Runs rows of equal token count through the model.
   * @returns `rows x tokens x dimensions` numbers, last fastest; bit-identical for a row whatever rows are beside it
   */
  encode(rows: readonly (readonly number[])[]): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Where a model is loaded from: a folder on this machine, or the hub by id (downloads go to `downloadFolder`). */
export type ModelLocation = { folder: string } | { hubId: string; downloadFolder: string };

/** @throws ModelUnavailableError when the model cannot be loaded from there */
export async function openTransformer(location: ModelLocation, maxTokens: number): Promise<TransformerEncoder> {
  const [name, options] =
    'folder' in location
      ? [location.folder, { local_files_only: true }]
      : [location.hubId, { cache_dir: location.downloadFolder }];
  if ('hubId' in location) env.allowRemoteModels = true;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(name, options);
    const model = await AutoModel.from_pretrained(name, {
      ...options,
      // int8 vectors change with the other texts of a batch (cosine down to .977), so they cannot be cached.
      dtype: 'fp32',
      device: 'cpu',
      session_options: {
        intraOpNumThreads: Math.min(MOST_THREADS, availableParallelism()),
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
      },
    });
    return await wrap(tokenizer, model, maxTokens);
  } catch (cause) {
    throw new ModelUnavailableError(`Cannot load the model ${name}: ${describe(cause)}.`, { cause });
  }
}

/** What we use of the two vendor objects; their own types are unions over every task there is. */
type Tokenise = ((text: string, options: { return_tensor: false }) => { input_ids: number[] }) & {
  model_max_length?: number;
};
type Model = ((inputs: Record<string, Tensor>) => Promise<Record<string, Tensor | undefined>>) & {
  dispose(): Promise<unknown>;
};

async function wrap(tokenizer: Tokenise, model: Model, wantedTokens: number): Promise<TransformerEncoder> {
  const maxTokens = Math.min(wantedTokens, tokenizer.model_max_length ?? wantedTokens);
  const tokenIds = (text: string) => tokenizer(text, { return_tensor: false }).input_ids;
  const marks = tokenIds('');
  const leadingMarks = countLeadingMarks(marks, tokenIds('a'));

  const run = async (rows: readonly (readonly number[])[]): Promise<Tensor> => {
    const shape = [rows.length, rows[0]?.length ?? 0];
    const ids = BigInt64Array.from(rows.flat(), BigInt);
    const outputs = await model({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
    });
    const vectors = outputs['last_hidden_state'] ?? outputs['token_embeddings'];
    if (!vectors) throw new ModelUnavailableError('The model gives no token vectors; choose a sentence encoder.');
    return vectors;
  };
  const probe = await run([marks.length > 0 ? marks : tokenIds('a')]);

  return {
    dimensions: probe.dims.at(-1) ?? 0,
    leadingMarks,
    trailingMarks: marks.length - leadingMarks,
    tokenise: (text) => {
      const ids = tokenIds(text.slice(0, maxTokens * MOST_CHARACTERS_PER_TOKEN));
      return ids.length <= marks.length ? [] : cutToLength(ids, marks, maxTokens);
    },
    encode: async (rows) => (await run(rows)).data as Float32Array,
    close: async () => {
      await model.dispose();
    },
  };
}

/** Of the marks around nothing, those that also stand before something. */
function countLeadingMarks(marks: readonly number[], ids: readonly number[]): number {
  const first = marks.findIndex((mark, at) => ids[at] !== mark);
  return first === -1 ? marks.length : first;
}

/** Cuts from the end, but keeps the end mark ([SEP]), which the vendor's own truncation drops. */
function cutToLength(ids: number[], marks: readonly number[], maxTokens: number): number[] {
  if (ids.length <= maxTokens) return ids;
  const last = ids.at(-1);
  const endsWithMark = last !== undefined && last === marks.at(-1);
  return endsWithMark ? [...ids.slice(0, maxTokens - 1), last] : ids.slice(0, maxTokens);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/u, '') : String(cause);
}
