/** Labelled sentences in, what the product says of each out: the links it makes and the candidates it weighs. */
import type { Linking } from '../../../services/compose/open-linking.ts';
import type { Prediction } from '../../../services/evaluate/calibration-error.ts';
import type { LinkingQuery } from '../../../services/evaluate/read-linking-gold.ts';
import { linkMentions, MODEL_LANGUAGE, rankCandidates } from '../../../services/skills/link-mentions.ts';

export interface SentencePredictions {
  /** Links made at the product's thresholds. */
  links: Prediction[];
  /** Candidates of at least the confidence asked for, of every sentence. */
  candidates: Prediction[];
}

/** One result per sentence, in order. Skills that are no target are passed over: nobody could have labelled them. */
export async function predictLinks(
  queries: readonly LinkingQuery[],
  targetIdOf: (skillId: string) => string | undefined,
  { mentionsFor, mode, options }: Linking,
  minConfidence: number,
): Promise<SentencePredictions[]> {
  const sentences = queries.map(({ text }) => text);
  const deps = mentionsFor(mode, false);
  const linked = await linkMentions(sentences, MODEL_LANGUAGE, deps, options);
  const ranked = await rankCandidates(sentences, deps, { minConfidence: 0, minRequirementProbability: 0 });
  return queries.map(({ relevant }, at) => {
    const judge = (some: readonly { skillId: string; confidence: number }[]): Prediction[] =>
      some.flatMap(({ skillId, confidence }) => {
        const target = targetIdOf(skillId);
        return target === undefined ? [] : [{ confidence, isRelevant: relevant.has(target) }];
      });
    return {
      links: judge(linked[at]?.links ?? []),
      candidates: judge((ranked[at]?.candidates ?? []).filter(({ confidence }) => confidence >= minConfidence)),
    };
  });
}
