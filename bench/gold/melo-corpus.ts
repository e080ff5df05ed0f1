/**
 * One set of MELO as its authors rank it: every label of the corpus, ISCO groups among them, and the labels that are
 * right for a title. `melo.ts` beside it makes a gold file of the same set for the product's own evaluation.
 */
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { readCells } from './melo.ts';

export interface MeloElement {
  id: string;
  /** URI of an ESCO occupation, or of an ISCO group. */
  uri: string;
  label: string;
}

export interface MeloSet {
  elements: MeloElement[];
  queries: { id: string; title: string; relevant: ReadonlySet<string> }[];
}

export async function readMeloSet(datasets: string, name: string): Promise<MeloSet> {
  const folder = path.join(datasets, 'gold/melo', name);
  const uriByElement = new Map((await readCells(folder, 'concept_mapping')).map(([id = '', uri = '']) => [id, uri]));
  const relevantByQuery = new Map<string, Set<string>>();
  for (const [query = '', , element = ''] of await readCells(folder, 'annotations')) {
    relevantByQuery.set(query, (relevantByQuery.get(query) ?? new Set()).add(element));
  }
  const elements = (await readCells(folder, 'corpus_elements')).map(([id = '', label = '']) => {
    const uri = uriByElement.get(id);
    if (uri === undefined) throw new InvalidInputError(`${folder}: the corpus has ${id}, which has no concept.`);
    return { id, uri, label };
  });
  const queries = (await readCells(folder, 'queries')).map(([id = '', title = '']) => ({
    id,
    title,
    relevant: relevantByQuery.get(id) ?? new Set<string>(),
  }));
  return { elements, queries };
}

/** A published system on a set: its figures by their published names (recip_rank, success_1, success_5). */
export interface PublishedMelo {
  model: string;
  dataset: string;
  figures: ReadonlyMap<string, number>;
}

export async function readPublishedMelo(datasets: string): Promise<PublishedMelo[]> {
  const [header = [], ...rows] = await readCells(path.join(datasets, 'gold/melo'), 'published_results');
  return rows.map(([model = '', dataset = '', ...values]) => ({
    model,
    dataset,
    figures: new Map(values.map((value, at) => [header[at + 2] ?? '', Number(value)])),
  }));
}
