/** A sentence encoder in a folder: text to token ids here, token ids to one vector per token in threads beside. */
import path from 'node:path';
import { openEncoderThreads, type EncoderThreads } from './encoder-threads.ts';
import { ModelUnavailableError } from './model-errors.ts';
import { openTokeniser, type Tokeniser } from './tokeniser.ts';

/**
 * `encode` gives a row the same bits whatever rows are beside it. A model in 8 bits has to scale token by token for that
 * (`whole-number-product.ts`): those that scale the whole batch change a vector with the other texts (cosine down to .977).
 */
export interface TransformerEncoder extends Tokeniser, EncoderThreads {
  readonly dimensions: number;
}

/** @throws ModelUnavailableError when the model cannot be loaded from there */
export async function openTransformer(folder: string, maxTokens: number): Promise<TransformerEncoder> {
  try {
    const tokeniser = await openTokeniser(folder, maxTokens);
    const threads = await openEncoderThreads(path.join(folder, 'onnx', 'model.onnx'));
    const probe = tokeniser.tokenise('a');
    const dimensions = await threads.encode([probe], (vectors) => vectors.length / probe.length);
    return { ...tokeniser, ...threads, dimensions };
  } catch (cause) {
    throw cannotLoad(folder, cause);
  }
}

export function cannotLoad(model: string, cause: unknown): ModelUnavailableError {
  const reason = cause instanceof Error ? cause.message.replace(/\.$/u, '') : String(cause);
  return new ModelUnavailableError(`Cannot load the model ${model}: ${reason}.`, { cause });
}
