/** Training programmes ranked for occupations: both halves of the New Jersey set. */
import path from 'node:path';
import { measureRanking, readRanking } from '../../../services/cli/evaluate.ts';
import { convertNjEtpl } from '../../gold/nj-etpl.ts';
import { qualityRows } from '../quality-rows.ts';
import type { QualityRow } from '../section-result.ts';
import type { Section } from '../section.ts';

const MEASURES = { mrr: 'MRR', map: 'MAP', ndcgAt10: 'nDCG@10', recallAt50: 'recall@50' };
const BASELINES = { bm25: 'BM25', dense: 'sentence vectors alone' };

const HALVES = [
  { split: 'development half', file: 'nj-queries-development', exposure: 'settings chosen on' },
  { split: 'other half', file: 'nj-queries-other', exposure: 'not seen' },
] as const;

export const ranking: Section = {
  name: 'ranking',
  title: 'Credentials for a text',
  introduction:
    'New Jersey training programmes: a SOC occupation (title and definition) asks, the programmes whose CIP code leads to it are right; codes and CIP titles are taken out of the ' +
    'catalogue. Product and baselines read title, description and learning outcomes.',
  async measure({ system, datasets, goldFolder, seed, take, progress }) {
    await convertNjEtpl(datasets, goldFolder);
    const rows: QualityRow[] = [];
    for (const { split, file, exposure } of HALVES) {
      const { credentials, gold } = await readRanking({
        credentials: path.join(goldFolder, 'nj-credentials.jsonl'),
        queries: path.join(goldFolder, `${file}.jsonl`),
        qrels: path.join(goldFolder, 'nj-qrels.jsonl'),
      });
      const queries = [...take(gold.queries)];
      progress(`NJ programmes, ${split}, ${queries.length} occupations, ${credentials.length} programmes`);
      const evaluation = await measureRanking(system, { credentials, gold: { ...gold, queries } }, { seed });
      const set = { set: 'NJ programmes', split, n: evaluation.queries, unit: 'occupations' };
      rows.push(...qualityRows(set, { system: 'Skillgap', exposure }, evaluation, MEASURES, BASELINES));
    }
    return { rows };
  },
};
