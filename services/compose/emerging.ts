/** What finding emerging terms needs besides the answers' parts: the linker's spaces, its model and its classifier. */
import { logisticProbability } from '../../models/logistic-regression.ts';
import type { AnswerDeps } from '../answers/answer-deps.ts';
import type { EmergingDeps, NearestSkill } from '../answers/answer-emerging.ts';
import { extractTerms, knownWordsOf } from '../skills/extract-terms.ts';
import { foldTitle } from '../skills/clean-title.ts';
import { compareSentences } from '../skills/compare-sentences.ts';
import type { NearSkill } from '../skills/nearest-skills.ts';
import type { Linking } from './open-linking.ts';
import type { Models } from './open-models.ts';

export function emergingDeps(answers: AnswerDeps, linking: Linking, models: Models): EmergingDeps {
  const { skills, occupations } = linking.spaces;
  const known = knownWordsOf([...skills.skills.values()], occupations.occupations.values());
  const { requirementClassifier } = linking.mentionsFor(linking.mode, false);
  return {
    ...answers,
    termsOf: (sentence) => extractTerms(sentence, known),
    nearestSkills: async (terms) => {
      const near: (NearSkill | undefined)[] = [];
      await compareSentences(
        skills,
        (await models.passing.embed(terms)).map((vector) => ({ vector, windows: [] })),
        [],
        (at, compared) => {
          [near[at]] = compared.near;
        },
      );
      return terms.map((term, at): NearestSkill | null => {
        const [label] = skills.lexicon.hits(term).filter((hit) => hit.start === 0 && hit.end === term.length);
        if (label !== undefined) return { skillId: label.skillId, similarity: 1, isLabel: true };
        const skillId = skills.skillIds[near[at]?.skill ?? -1];
        return skillId === undefined ? null : { skillId, similarity: near[at]?.similarity ?? 0, isLabel: false };
      });
    },
    requirementProbabilities: async (sentences) => {
      const vectors = await models.kept.embed(sentences);
      return vectors.map((vector) => logisticProbability(requirementClassifier, vector));
    },
    isOccupation: (term) => {
      const folded = foldTitle(term);
      return occupations.byLabel.has(folded) || occupations.byLabel.has(folded.replace(/s$/u, ''));
    },
  };
}
