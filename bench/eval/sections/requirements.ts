/** Which sentences ask for something: the product's probability on SkillSpan dev, beside three baselines. */
import { readParameters } from '../../../models/read-parameters.ts';
import {
  measureRequirementBaselines,
  measureRequirements,
  type RequirementQuality,
} from '../../../services/evaluate/evaluate-requirements.ts';
import { rankCandidates } from '../../../services/skills/link-mentions.ts';
import { readSkillSpan } from '../../../services/train/read-labelled.ts';
import type { QualityRow } from '../section-result.ts';
import type { Section } from '../section.ts';

const MEASURES = { auc: 'AUC', precision: 'precision', recall: 'recall', keptShare: 'kept' } as const;

/** No probability reaches it, so that no sentence is read for skills: only the probability is asked for. */
const ABOVE_ALL = 2;

export const requirements: Section = {
  name: 'requirements',
  title: 'Requirement or not',
  introduction:
    'SkillSpan (Zhang et al. 2022): sentences of real adverts; one with a skill or knowledge span asks for something. AUC: the probability that a sentence ' +
    'which asks gets more than one which does not; kept: share of the sentences that pass the cut. The baselines learnt from the same training split.',
  async measure({ system, datasets, take, progress, randomFor }) {
    const sentences = take(await readSkillSpan(datasets, 'dev'));
    progress(`SkillSpan dev, ${sentences.length} sentences`);
    const { mentionsFor, mode, options, notes } = await system.linking();
    const ranked = await rankCandidates(
      sentences.map(({ text }) => text),
      mentionsFor(mode, false),
      { minConfidence: 0, minRequirementProbability: ABOVE_ALL },
    );
    const probabilities = ranked.map(({ requirementProbability }) => requirementProbability);
    const row = (
      name: string,
      exposure: QualityRow['exposure'],
      { values, intervals }: RequirementQuality,
    ): QualityRow => ({
      set: 'SkillSpan',
      split: 'dev',
      n: sentences.length,
      unit: 'sentences',
      system: name,
      exposure,
      measures: (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).map((field) => ({
        name: MEASURES[field],
        value: values[field],
        interval: intervals[field],
      })),
    });
    const rows = [0.5, options.minRequirementProbability].map((cut) =>
      row(
        `Skillgap, probability ${cut} and more${cut === 0.5 ? '' : ' (the threshold of the product)'}`,
        'settings chosen on',
        measureRequirements(sentences, probabilities, cut, randomFor),
      ),
    );
    progress('baselines');
    const baselines = measureRequirementBaselines(await readSkillSpan(datasets, 'train'), sentences, randomFor);
    const card = readParameters('requirement-classifier').card['trainedOn'];
    return {
      rows: [
        ...rows,
        row('majority: always the commoner answer of the training split', 'baseline', baselines.majority),
        row('number of words, cut at the best F1 of the training split', 'baseline', baselines.length),
        row('bag of words, naive Bayes, at even odds', 'baseline', baselines.bagOfWords),
      ],
      notes: [...(typeof card === 'string' ? [`Card of requirement-classifier, trained on: ${card}.`] : []), ...notes],
    };
  },
};
