/** German names of skills to ESCO: the path without a model, word for word on German labels. */
import path from 'node:path';
import { openText } from '../../../services/files/open-text.ts';
import { splitLines } from '../../../services/files/split-lines.ts';
import { openSpaces } from '../../../services/compose/open-spaces.ts';
import type { Linking } from '../../../services/compose/open-linking.ts';
import type { System } from '../../../services/compose.ts';
import { evaluateMappings } from '../../../services/evaluate/evaluate-mappings.ts';
import { linkMentions } from '../../../services/skills/link-mentions.ts';
import type { ConceptLabel } from '../../../services/store/store.ts';
import { readNationalSkills } from '../../gold/national-skills.ts';
import { qualityRows } from '../quality-rows.ts';
import type { QualityRow } from '../section-result.ts';
import type { Section } from '../section.ts';

const LANGUAGE = 'de';
const MEASURES = { hitAt1: 'hit@1', hitAt5: 'hit@5', mrr: 'MRR', answeredShare: 'answered' };
const BASELINES = { charTfidf: 'TF-IDF of characters on German labels' };
/** Each baseline ranking compares thousands of labels: a seventh of the names, evenly spread, is sure enough. */
const NAMES = 1000;

const SPLITS = [
  { split: 'exact', relations: ['exactMatch'] },
  { split: 'any relation', relations: ['exactMatch', 'closeMatch', 'narrowMatch', 'broadMatch'] },
] as const;

export const nationalSkills: Section = {
  name: 'national-skills',
  title: 'German skill names to ESCO',
  introduction:
    'Names of the German employment agency with the ESCO skills they are mapped to. The model knows English only, so German is linked word for word on German labels (`lexicalOnly`): ' +
    'it answers seldom and should then be right. answered: share of the names with any answer; a name without one counts as never found.',
  async measure({ system, datasets, take, progress, randomFor }) {
    const linking = await system.linking();
    const pairs = await readNationalSkills(datasets, LANGUAGE);
    const { lexiconOf, labels, origin } = await germanLabels(system, linking, datasets);
    const known = new Set(labels.map(({ conceptId }) => conceptId));
    const rows: QualityRow[] = [];
    const notes = [`${labels.length} German labels ${origin}.`];
    for (const { split, relations } of SPLITS) {
      const names = pairs.flatMap(({ text, skills }) => {
        const right = skills.filter(
          ({ skillId, relation }) => relations.some((one) => one === relation) && known.has(skillId),
        );
        return right.length === 0 ? [] : [{ text, relevant: new Set(right.map(({ skillId }) => skillId)) }];
      });
      const taken = take(names, NAMES);
      progress(`German names, ${split}, ${taken.length} of ${names.length}`);
      const deps = { ...linking.mentionsFor(linking.mode, false), lexiconOf };
      const evaluation = await evaluateMappings({
        names: taken,
        labels: labels.map(({ conceptId, label }) => ({ id: conceptId, text: label })),
        linkNames: async (texts) =>
          (await linkMentions(texts, LANGUAGE, deps, linking.options)).map(({ links }) =>
            links.map(({ skillId }) => skillId),
          ),
        randomFor,
      });
      rows.push(
        ...qualityRows(
          {
            set: 'national skills, German',
            split: taken.length < names.length ? `${split}, ${taken.length} spread of ${names.length}` : split,
            n: evaluation.queries,
            unit: 'names',
          },
          { system: 'Skillgap, word for word', exposure: 'not seen' },
          evaluation,
          MEASURES,
          BASELINES,
        ),
      );
      notes.push(`${split}: ${(100 * evaluation.linkPrecision).toFixed(1)} of 100 links made are right.`);
    }
    return { rows, notes };
  },
};

interface GermanLabels {
  lexiconOf: Linking['spaces']['lexiconOf'];
  labels: readonly ConceptLabel[];
  /** Where they come from, in words for the reader. */
  origin: string;
}

/** Those of the home where German is imported; otherwise as if the labels of the datasets had been. */
async function germanLabels(system: System, { spaces }: Linking, datasets: string): Promise<GermanLabels> {
  const { framework } = spaces.release;
  const stored = await system.store.taxonomies.skillLabels(framework);
  const imported = stored.filter(({ language }) => language === LANGUAGE);
  if (imported.length > 0) return { lexiconOf: spaces.lexiconOf, labels: imported, origin: 'imported into the home' };

  const labels = (await readGermanLabels(datasets)).filter(({ conceptId }) => spaces.skills.skills.has(conceptId));
  const taxonomies = {
    ...system.store.taxonomies,
    skillLabels: () => Promise.resolve([...stored, ...labels]),
  };
  const opened = await openSpaces(system.config, { taxonomies }, await system.models(), spaces.release);
  return { lexiconOf: opened.lexiconOf, labels, origin: 'of the labelled sets, as if imported' };
}

/** A TSV without header: URI, `pref` or `alt`, label. */
async function readGermanLabels(datasets: string): Promise<ConceptLabel[]> {
  const labels: ConceptLabel[] = [];
  const file = path.join(datasets, 'taxonomy/esco-multilingual', `skills_${LANGUAGE}.tsv.gz`);
  for await (const { text } of splitLines(openText(file))) {
    const [conceptId = '', kind, label = ''] = text.split('\t');
    if (label === '') continue;
    labels.push({ conceptId, language: LANGUAGE, kind: kind === 'pref' ? 'preferred' : 'alternative', label });
  }
  return labels;
}
