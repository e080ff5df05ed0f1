/**
 * Linking with what people said about words: what every part of the system links texts with. `linkMentions` alone is for
 * measuring the linker.
 */
import { correctSentence, type LinkRule } from './correct-links.ts';
import { linkMentions, type LinkMentionsDeps, type LinkOptions, type SentenceLinks } from './link-mentions.ts';

export interface LinkCorrectedDeps extends LinkMentionsDeps {
  /** Read for every call, so that a running process obeys what was said a moment ago. */
  corrections: () => Promise<readonly LinkRule[]>;
}

/** One result per sentence, in order. */
export async function linkCorrected(
  sentences: readonly string[],
  language: string | null,
  deps: LinkCorrectedDeps,
  options: LinkOptions,
  signal?: AbortSignal,
): Promise<SentenceLinks[]> {
  const linked = await linkMentions(sentences, language, deps, options, signal);
  const rules = await deps.corrections();
  return linked.map((sentence, at) => ({
    ...sentence,
    links: correctSentence(sentences[at] ?? '', sentence.links, rules),
  }));
}
