/** Titles to occupations: MELO in English and German, and Polish postings by their unit group. */
import path from 'node:path';
import { measureOccupations } from '../../../services/cli/evaluate.ts';
import { readOccupationGold } from '../../../services/evaluate/read-occupation-gold.ts';
import { openLetterMaps } from '../../../services/compose/open-letter-maps.ts';
import { isDevelopment } from '../../gold/gold-folder.ts';
import { readMeloSet, readPublishedMelo } from '../../gold/melo-corpus.ts';
import { convertMelo } from '../../gold/melo.ts';
import { convertPolishIsco } from '../../gold/polish-isco.ts';
import { corpusRows, measureMeloCorpus, publishedRow } from '../measure-melo-corpus.ts';
import { qualityRows } from '../quality-rows.ts';
import type { Exposure, QualityRow } from '../section-result.ts';
import type { Section } from '../section.ts';

const MEASURES = { hitAt1: 'hit@1', hitAt5: 'hit@5', mrr: 'MRR' };
const BASELINES = {
  charTfidf: 'TF-IDF of characters on all labels',
  labelOnly: 'label-only MiniLM on all labels',
};

/** Every fourth Polish posting: the whole set would take as long as all other sets together. */
const POLISH_POSTINGS = 834;

interface OccupationSet {
  set: string;
  split: string;
  file: string;
  unit: string;
  exposure: Exposure;
  limit?: number;
}

/** Change the exposure with the training: titles of the development halves have chosen weights of the occupation linker. */
const SETS: readonly OccupationSet[] = [
  {
    set: 'MELO usa_q_en_c_en',
    split: 'all',
    file: 'melo-usa_q_en_c_en',
    unit: 'titles',
    exposure: 'settings chosen on',
  },
  {
    set: 'MELO usa_q_en_c_en',
    split: 'other half',
    file: 'melo-usa_q_en_c_en-other',
    unit: 'titles',
    exposure: 'not seen',
  },
  {
    set: 'MELO deu_q_de_c_de',
    split: 'all',
    file: 'melo-deu_q_de_c_de',
    unit: 'titles',
    exposure: 'settings chosen on',
  },
  {
    set: 'MELO deu_q_de_c_de',
    split: 'other half',
    file: 'melo-deu_q_de_c_de-other',
    unit: 'titles',
    exposure: 'not seen',
  },
  {
    set: 'Polish postings',
    split: '4-digit ISCO group',
    file: 'polish-isco',
    unit: 'postings',
    exposure: 'not seen',
    limit: POLISH_POSTINGS,
  },
];

/** Titles of MELO over its own labels, with the published systems to compare with: the best and the letters. */
const CORPORA = [
  { name: 'usa_q_en_c_en', language: 'en', published: ['openai', 'bge_m3', 'char_tf_idf'] },
  { name: 'deu_q_de_c_de', language: 'de', published: ['openai', 'bge_m3', 'char_tf_idf'] },
];
const HALVES = [
  { split: 'all', exposure: 'settings chosen on' as const, isMeasured: () => true },
  { split: 'other half', exposure: 'not seen' as const, isMeasured: (id: string) => !isDevelopment(id) },
];

export const occupations: Section = {
  name: 'occupations',
  title: 'Titles to occupations',
  introduction:
    'MELO (Retyk et al. 2024): titles of national classifications mapped to ESCO occupations; the English set is the O*NET-ESCO crosswalk, which no part of the linker may look up. ' +
    'Polish postings were coded by experts; any occupation of the right 4-digit ISCO group counts. Product and baselines see the labels of the ' +
    'imported taxonomy in the languages it was imported in. ' +
    "Rows of MELO's own corpus leave the imported taxonomy aside and rank what the published evaluation ranks, the 619 ISCO groups included: occupations and groups (`concepts`), or each of their labels (`elements`), as published.",
  async measure({ system, datasets, goldFolder, seed, randomFor, take, progress }) {
    await convertMelo(datasets, goldFolder);
    await convertPolishIsco(datasets, goldFolder);
    const rows: QualityRow[] = [];
    const notes: string[] = [];
    for (const { set, split: part, file, unit, exposure, limit } of SETS) {
      const { lines, ...gold } = await readOccupationGold(path.join(goldFolder, `${file}.jsonl`));
      const taken = [...take(lines, limit)];
      const split = taken.length < lines.length ? `${part}, ${taken.length} spread of ${lines.length}` : part;
      progress(`${set} ${split}, ${taken.length} ${unit}`);
      const evaluation = await measureOccupations(system, { ...gold, lines: taken }, { seed });
      const { queries: n, skippedQueries } = evaluation;
      rows.push(
        ...qualityRows({ set, split, n, unit }, { system: 'Skillgap', exposure }, evaluation, MEASURES, BASELINES),
      );
      if (skippedQueries > 0) {
        notes.push(`${set}, ${split}: ${skippedQueries} ${unit} left out; the taxonomy lacks their occupation.`);
      }
    }
    const { passing, createProduct } = await system.models();
    const english = await readMeloSet(datasets, 'usa_q_en_c_en');
    const published = await readPublishedMelo(datasets);
    for (const { name, language, published: systems } of CORPORA) {
      const set = language === 'en' ? english : await readMeloSet(datasets, name);
      progress(`MELO ${name}, its own corpus`);
      const measured = await measureMeloCorpus({
        set,
        language,
        english: english.elements,
        deps: { createProduct, letterMapOf: openLetterMaps(passing.modelId), dimensions: passing.dimensions },
        embedder: passing,
      });
      const corpus = { set: `MELO ${name}, its own corpus`, unit: 'titles' };
      for (const { split, exposure, isMeasured } of HALVES) {
        rows.push(...corpusRows({ ...corpus, split }, measured, exposure, isMeasured, randomFor));
      }
      const n = measured.queryIds.length;
      rows.push(...systems.map((system) => ({ ...corpus, n, ...publishedRow(published, name, system) })));
    }
    notes.push(
      'Published figures (Retyk et al. 2024) rank 33,809 labels of the English corpus and 19,135 of the German one, where a wrong occupation can take many places; compare them with the rows of elements. ' +
        'The rows over the imported taxonomy rank occupations only, so titles whose only answer is an ISCO group count with any occupation of that group there.',
    );
    const { spaces } = await system.linking();
    const releases = await system.store.taxonomies.activeReleases();
    const languages = releases
      .filter(({ framework }) => framework === spaces.release.framework)
      .map(({ language }) => language);
    notes.push(`Languages of the imported taxonomy: ${languages.toSorted().join(', ')}.`);
    return { rows, notes };
  },
};
