/** How sentences are read in each mode, with the model that is there. */
import type { MatrixProduct } from '../../models/matrix-product.ts';
import { createOnePassReader } from '../../models/one-pass-reader.ts';
import { createReencodingReader, type SentenceReader } from '../../models/sentence-reader.ts';
import { projectionMatrix, readWindowProjection, type WindowProjection } from '../../models/window-projection.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';
import type { WindowMode } from '../skills/extract-windows.ts';
import type { Models } from './open-models.ts';

/**
 * `accurate` encodes every window alone; `fast` reads them off one pass, where the model shows its tokens and the map from
 * a window in its sentence to a window alone was trained for it. Otherwise `fast` encodes its fewer windows alone too.
 * @param map the product of `openWindowMap`
 * @param keeps whether the vectors of the sentences are kept: never for what a person typed
 */
export function openReader(
  mode: WindowMode,
  { tokens, kept, keep, passing }: Models,
  map: MatrixProduct | undefined,
  keeps: boolean,
): SentenceReader {
  if (mode === 'accurate' || tokens === undefined || map === undefined) {
    return createReencodingReader(keeps ? kept : passing, passing);
  }
  return createOnePassReader({
    tokens,
    wordEmbedder: passing,
    map,
    onSentences: keeps ? keep : undefined,
  });
}

export interface WindowMap {
  product: MatrixProduct;
  /** Of its weights. */
  checksum: string;
}

/** From a window in its sentence to the window alone; undefined where it was not trained for this model. */
export async function openWindowMap({ passing, createProduct }: Models): Promise<WindowMap | undefined> {
  const projection = projectionFor(passing.modelId);
  if (projection === undefined) return undefined;
  const { matrix, columns } = projectionMatrix(projection);
  return { product: await createProduct(matrix, columns, 'fp32'), checksum: projection.checksum };
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
