/** Does a link of confidence .7 come true 7 times in 10: errors in both binnings, and the bars of the diagram. */
import { bootstrapStatistic } from '../../../services/evaluate/bootstrap-interval.ts';
import { calibrationBins, expectedCalibrationError } from '../../../services/evaluate/calibration-error.ts';
import { restrictTargets } from '../../../services/evaluate/linking-targets.ts';
import { mean } from '../../../services/evaluate/metrics.ts';
import { linkingQueries } from '../../../services/evaluate/read-linking-gold.ts';
import { wilsonInterval } from '../../../services/evaluate/wilson-interval.ts';
import type { RandomFor } from '../../../services/evaluate/summarise-queries.ts';
import { crossValidatedRows, exposureOf, linkCard } from '../parameter-cards.ts';
import type { Exposure, Measure, QualityRow, Reliability } from '../section-result.ts';
import type { Section } from '../section.ts';
import { predictLinks, type SentencePredictions } from './predict-links.ts';
import { readLinkingSets } from './linking-sets.ts';

const SHOWN_CONFIDENCE = 0.1;
const KINDS = ['links', 'candidates'] as const;

export const calibration: Section = {
  name: 'calibration',
  title: 'Confidence of links',
  introduction:
    'ECE: mean distance between stated confidence and the share that is right, over 10 bins of equal width or of equal mass. Two populations: the links that are made at the ' +
    `thresholds of the product, and all candidates of confidence ${SHOWN_CONFIDENCE} and more. Right means: among the labels of the sentence; ` +
    'annotators name few skills a sentence, so some "wrong" links are skills nobody labelled. Intervals are bootstrapped over sentences; those of an ECE lean upwards ' +
    'and may miss their own figure where links are few, because a resample is noisier than the sample.',
  async measure(context) {
    const { system, progress, randomFor } = context;
    const { sets, labels } = await readLinkingSets(context);
    const linking = await system.linking();
    const { mode } = linking;
    const skills = [...linking.spaces.skills.skills.values()].map(({ id, preferredLabel }) => ({
      id,
      label: preferredLabel,
    }));
    const { targets } = restrictTargets(skills, labels);
    const card = linkCard(mode);
    const kinds = {
      links: `links made, ${mode}, confidence ${linking.options.minConfidence} and more`,
      candidates: `candidates, ${mode}, confidence ${SHOWN_CONFIDENCE} and more`,
    };
    const found: { set: string; split: string; exposure: Exposure; predictions: SentencePredictions[] }[] = [];
    for (const { name, split, inCards, gold } of sets) {
      progress(`${name} ${split}`);
      const { queries } = linkingQueries(gold, targets.findTarget);
      const exposure = exposureOf(card, name.toLowerCase(), inCards);
      const predictions = await predictLinks(queries, targets.targetIdOf, linking, SHOWN_CONFIDENCE);
      found.push({ set: name, split, exposure, predictions });
    }
    const real = found.filter(({ set }) => set !== 'SkillSkape');
    const together = {
      set: 'HOUSE + TECH',
      split: 'validation',
      exposure: real[0]?.exposure ?? 'not seen',
      predictions: real.flatMap(({ predictions }) => predictions),
    };
    return {
      rows: [together, ...found].flatMap(({ set, split, exposure, predictions }) => [
        ...KINDS.flatMap((kind): QualityRow[] => {
          const bySentence = predictions.map((sentence) => sentence[kind]);
          const n = bySentence.flat().length;
          if (n === 0) return [];
          const measures = measureCalibration(bySentence, randomFor);
          return [{ set, split, n, unit: kind, system: kinds[kind], exposure, measures }];
        }),
        ...crossValidatedRows(card, mode, { set, split }, ['ECE, equal width']),
      ]),
      reliability: KINDS.map((kind) =>
        reliabilityOf(`${kinds[kind]} (${together.exposure})`, together.predictions, kind),
      ),
      notes: ['Of the rows of cards, n counts sentences; their population is candidates of confidence .1 and more.'],
    };
  },
};

function measureCalibration(bySentence: readonly SentencePredictions['links'][], randomFor: RandomFor): Measure[] {
  const measure = (name: string, statistic: (some: SentencePredictions['links']) => number): Measure => ({
    name,
    value: statistic(bySentence.flat()),
    interval: bootstrapStatistic(bySentence.length, randomFor(name), (drawn) =>
      statistic(drawn.flatMap((at) => bySentence[at] ?? [])),
    ),
  });
  return [
    measure('ECE, equal width', (some) => expectedCalibrationError(some, 'equal-width')),
    measure('ECE, equal mass', (some) => expectedCalibrationError(some, 'equal-mass')),
    measure('mean confidence', (some) => mean(some.map(({ confidence }) => confidence))),
    measure('share right', (some) => mean(some.map(({ isRelevant }) => Number(isRelevant)))),
  ];
}

function reliabilityOf(
  title: string,
  predictions: readonly SentencePredictions[],
  kind: (typeof KINDS)[number],
): Reliability {
  const bins = calibrationBins(
    predictions.flatMap((sentence) => sentence[kind]),
    'equal-width',
  );
  return {
    title,
    bins: bins.map((bin) => ({ ...bin, interval: wilsonInterval(bin.rightShare * bin.count, bin.count) })),
  };
}
