/**
 * The published baseline of skill linking: English stop words removed, Porter stems, TF-IDF, cosine.
 */
import { englishTokens } from './english-tokens.ts';
import { buildSparseCosine } from './sparse-cosine.ts';
import type { TextDocument, TextRanker } from './text-ranker.ts';

export function buildTfidf(documents: readonly TextDocument[]): TextRanker {
  return buildSparseCosine(documents, englishTokens);
}
