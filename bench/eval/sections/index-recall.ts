/** What an HNSW index of the product's kind loses against comparing with everything, and how much faster it is. */
import path from 'node:path';
import { measureIndexRecall } from '../../../services/evaluate/index-recall.ts';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import { buildHnswIndex, DEFAULT_HNSW } from '../../../services/matching/hnsw-index.ts';
import type { VectorIndex } from '../../../services/matching/vector-index.ts';
import type { Spaces } from '../../../services/skills/build-spaces.ts';
import { readOccupationGold } from '../../../services/evaluate/read-occupation-gold.ts';
import { convertMelo } from '../../gold/melo.ts';
import { measuresOf } from '../quality-rows.ts';
import type { QualityRow, Speed } from '../section-result.ts';
import type { EvalContext, Section } from '../section.ts';

const MEASURES = { recallAt1: 'recall@1', recallAt10: 'recall@10', wholeTenShare: 'all ten' };
const QUERIES = 300;

export const indexRecall: Section = {
  name: 'index',
  title: 'Approximate against exact search',
  introduction:
    'A graph of the kind that outcomes are searched with, over the labels of occupations and asked with the vectors of real titles (linking itself compares with everything, exactly). recall@10: the part of the exact ten nearest that are among the ten found; all ten: ' +
    'queries for which none is missing. The baseline is exact search, 1 by definition. An index of up to 2,000 vectors is exact.',
  async measure(context) {
    const { spaces } = await context.system.linking();
    const models = await context.system.models();
    const name = 'labels of occupations';
    const { queries, split, unit } = await readTitles(context);
    const labels = labelsOf(spaces);
    context.progress(`${name}, ${labels.length} vectors, ${queries.length} ${unit}`);
    const labelVectors = await models.kept.embed(labels);
    const entries = labels.map((id, at) => ({ id, vector: labelVectors[at] ?? new Float32Array() }));
    const exact = buildExactIndex(entries, models.passing.dimensions);
    const index = await buildHnswIndex(entries, models.passing.dimensions, DEFAULT_HNSW);
    const vectors = await models.passing.embed(queries);
    const row: QualityRow = {
      set: `${name}, ${entries.length} vectors`,
      split,
      n: vectors.length,
      unit,
      system: 'HNSW as the product builds it',
      exposure: 'not seen',
      measures: measuresOf(measureIndexRecall(index, exact, vectors, context.randomFor), MEASURES),
    };
    const speeds = [speedOf(`${name}: HNSW`, index, vectors), speedOf(`${name}: exact`, exact, vectors)];
    return { rows: [row], speeds, notes: [] };
  },
};

function labelsOf({ occupations }: Spaces): string[] {
  const labels = [...occupations.occupations.values()].flatMap(({ preferredLabel, altLabels }) => [
    preferredLabel,
    ...altLabels,
  ]);
  return [...new Set(labels)];
}

async function readTitles({ datasets, goldFolder, take }: EvalContext) {
  await convertMelo(datasets, goldFolder);
  const { lines } = await readOccupationGold(path.join(goldFolder, 'melo-usa_q_en_c_en.jsonl'));
  const queries = take(
    lines.map(({ record }) => record.title),
    QUERIES,
  );
  return { queries, split: 'MELO usa_q_en_c_en', unit: 'titles' };
}

function speedOf(what: string, index: VectorIndex, queries: readonly Float32Array[]): Speed {
  const start = performance.now();
  for (const query of queries) index.nearest(query, 10);
  const seconds = (performance.now() - start) / 1000;
  return { what: `${what}, ten nearest`, perSecond: seconds > 0 ? queries.length / seconds : 0, unit: 'queries' };
}
