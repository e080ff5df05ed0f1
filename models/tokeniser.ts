/**
 * transformers.js behind a small interface: text to token ids, and the files of a model from the hub.
 *
 * The package named `@xenova/transformers` is `@huggingface/transformers`, its later name (ADR 0002).
 */
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';

// Nothing is fetched unless a hub model was asked for by name.
env.allowRemoteModels = false;

/** Longer text is cut before it is tokenised: a hostile page must not cost seconds for tokens that are cut anyway. */
const MOST_CHARACTERS_PER_TOKEN = 64;

export interface Tokeniser {
  /** Tokens that are no text, before and after it ([CLS], [SEP]). */
  readonly leadingMarks: number;
  readonly trailingMarks: number;
  /** Token ids with the model's marks around them, at most `maxTokens`; empty when the text holds no token. */
  tokenise(text: string): number[];
}

/** What we use of the vendor's object; its own type is a union over every tokeniser there is. */
type Vendor = ((text: string, options: { return_tensor: false }) => { input_ids: number[] }) & {
  model_max_length?: number;
};

export async function openTokeniser(folder: string, wantedTokens: number): Promise<Tokeniser> {
  const vendor: Vendor = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
  const maxTokens = Math.min(wantedTokens, vendor.model_max_length ?? wantedTokens);
  const tokenIds = (text: string) => vendor(text, { return_tensor: false }).input_ids;
  const marks = tokenIds('');
  const leadingMarks = countLeadingMarks(marks, tokenIds('a'));
  return {
    leadingMarks,
    trailingMarks: marks.length - leadingMarks,
    tokenise: (text) => {
      const ids = tokenIds(text.slice(0, maxTokens * MOST_CHARACTERS_PER_TOKEN));
      return ids.length <= marks.length ? [] : cutToLength(ids, marks, maxTokens);
    },
  };
}

/** Fetches the files of a model from the hub, by its id, into a folder for such models. */
export async function downloadModel(hubId: string, downloadFolder: string): Promise<void> {
  env.allowRemoteModels = true;
  const options = { cache_dir: downloadFolder };
  await AutoTokenizer.from_pretrained(hubId, options);
  const model = await AutoModel.from_pretrained(hubId, { ...options, dtype: 'fp32', device: 'cpu' });
  await model.dispose();
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
