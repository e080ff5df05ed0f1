/** What the HNSW indexes of the home lose against comparing with everything, and how much faster they are. */
import path from 'node:path';
import { measureIndexRecall } from '../../../services/evaluate/index-recall.ts';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import type { VectorIndex } from '../../../services/matching/vector-index.ts';
import type { Spaces } from '../../../services/skills/build-spaces.ts';
import { labelEntryId } from '../../../services/skills/skill-space.ts';
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
    'The graph of occupation labels, asked with the vectors of real titles (windows are compared with all skills, exactly). recall@10: the part of the exact ten nearest that are among the ten found; all ten: ' +
    'queries for which none is missing. The baseline is exact search, 1 by definition. An index of up to 2,000 vectors is exact.',
  async measure(context) {
    const { spaces } = await context.system.linking();
    const models = await context.system.models();
    const { name, index, ids } = occupationLabels(spaces);
    const { queries, split, unit } = await readTitles(context);
    const entries = [...new Set(ids)].flatMap((id) => {
      const vector = index.vectorOf(id);
      return vector === undefined ? [] : [{ id, vector }];
    });
    if (entries.length !== index.size) {
      const note = `${name} is left out: of its ${index.size} vectors only ${entries.length} are known by name.`;
      return { rows: [], speeds: [], notes: [note] };
    }
    context.progress(`${name}, ${entries.length} vectors, ${queries.length} ${unit}`);
    const exact = buildExactIndex(entries, models.passing.dimensions);
    const vectors = await models.passing.embed(queries);
    const row: QualityRow = {
      set: `${name}, ${entries.length} vectors`,
      split,
      n: vectors.length,
      unit,
      system: 'Skillgap, index of the home',
      exposure: 'not seen',
      measures: measuresOf(measureIndexRecall(index, exact, vectors, context.randomFor), MEASURES),
    };
    const speeds = [speedOf(`${name}: index of the home`, index, vectors), speedOf(`${name}: exact`, exact, vectors)];
    return { rows: [row], speeds, notes: [] };
  },
};

interface NamedIndex {
  name: string;
  index: VectorIndex;
  /** Of every entry it may hold. */
  ids: string[];
}

function occupationLabels({ occupations }: Spaces): NamedIndex {
  const ids = [...occupations.occupations.values()].flatMap(({ id, preferredLabel, altLabels }) =>
    [preferredLabel, ...altLabels].map((_, number) => labelEntryId(id, number)),
  );
  return { name: 'labels of occupations', index: occupations.labels, ids };
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
