/** How sentences are read in each mode, with the model that is there. */
import { createOnePassReader } from '../../models/one-pass-reader.ts';
import { createReencodingReader, type SentenceReader } from '../../models/sentence-reader.ts';
import { readWindowProjection, type WindowProjection } from '../../models/window-projection.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import type { Models } from './open-models.ts';

/**
 * `accurate` encodes every window alone; `fast` reads them off one pass, where the model shows its tokens and the map from
 * a window in its sentence to a window alone was trained for it. Otherwise `fast` encodes its fewer windows alone too.
 * @param keeps whether the vectors of the sentences are kept: never for what a person typed
 */
export function openReader(mode: WindowMode, models: Models, keeps: boolean): SentenceReader {
  const { tokens, kept, passing } = models;
  const projection = mode === 'fast' ? projectionFor(passing.modelId) : undefined;
  if (tokens === undefined || projection === undefined) return createReencodingReader(keeps ? kept : passing, passing);
  return createOnePassReader({
    tokens,
    wordEmbedder: passing,
    projection,
    onSentences: keeps ? models.keep : undefined,
  });
}

function projectionFor(modelId: string): WindowProjection | undefined {
  try {
    const projection = readWindowProjection();
    return projection.modelId === modelId ? projection : undefined;
  } catch (error) {
    // Training makes the files: until then every window is encoded alone.
    if (error instanceof ModelUnavailableError) return undefined;
    throw error;
  }
}
