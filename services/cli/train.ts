/** `skillgap train`: the small parameters of models/parameters/ from the imported taxonomy and the labelled sets. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { composeSystem } from '../compose.ts';
import { chooseTaxonomy, embeddingFeatures, LINKER_VERSION } from '../compose/open-linking.ts';
import { openReader, openWindowMap } from '../compose/open-reader.ts';
import { openSpaces } from '../compose/open-spaces.ts';
import { datasetsFolderFromEnvironment } from '../config.ts';
import { UnavailableError } from '../errors.ts';
import type { BlendedClassifier } from '../../models/blended-classifier.ts';
import type { LogisticParameters } from '../../models/logistic-regression.ts';
import { fitLetterMap } from '../train/fit-letter-map.ts';
import { writeAskingWords } from '../../models/asking-words.ts';
import { readAdverts } from '../train/read-adverts.ts';
import { trainAskingWords } from '../train/train-asking-words.ts';
import { readCorrections } from '../train/read-corrections.ts';
import { readJudgedSentences } from '../train/read-judged-sentences.ts';
import type { JudgedSentence } from '../train/link-examples.ts';
import { trainWindowProjection } from '../train/fit-window-projection.ts';
import { readSentenceSkills, readSkillSkape, readSkillSpan } from '../train/read-labelled.ts';
import { trainLinkConfidence } from '../train/train-link-confidence.ts';
import { trainRequirementClassifier } from '../train/train-requirement-classifier.ts';
import { addCommonOptions, configOf, embeddingProgress, reply, say, type CommonOptions } from './context.ts';

/** Languages whose titles are linked through their letters; each map is 3 MB. docs/adr/0020-linking-titles.md says why no other. */
const LETTER_MAP_LANGUAGES = ['de'];

/** One in so many sentences of a set, evenly spread: more of them change no weight in the second digit. */
const SYNTHETIC_EVERY = 5;
const WITHOUT_SKILL_EVERY = 4;
const PROJECTION_EVERY = 4;

/** Fewer adverts of a language teach the words of their employers; more than the most move no figure of the card. */
const MIN_ADVERTS = 300;
const MOST_ADVERTS = 6000;

const TRAINING_FOLDER = new URL('../../data/training/', import.meta.url);
const SAMPLES_FOLDER = new URL('../../data/judged/', import.meta.url);
/** A wording is judged in one sentence and taken to mean the same in a few others. They are links of the fast mode, and no sample of the other's. */
const WORDING_WEIGHT = 0.5;

export function trainCommand(): Command {
  return addCommonOptions(new Command('train'))
    .description(
      'trains the requirement classifier and the link confidence (needs ESCO imported and SKILLGAP_DATASETS)',
    )
    .option('--corrections <file>', 'learn from what people said about links, too: a file of skillgap correct export')
    .action(async (options: CommonOptions & { corrections?: string }) => {
      const datasets = datasetsFolderFromEnvironment();
      if (datasets === undefined)
        throw new UnavailableError('Training needs the labelled sets: set SKILLGAP_DATASETS to their folder.');
      // A bad file is found before the minutes that training takes.
      const corrections = options.corrections === undefined ? [] : await readCorrections(options.corrections);
      const system = await composeSystem(configOf(options));
      try {
        const release = chooseTaxonomy(await system.store.taxonomies.activeReleases(), 'esco');
        const models = await system.models();
        const { modelId, dimensions } = models.passing;
        const spans = { train: await readSkillSpan(datasets, 'train'), dev: await readSkillSpan(datasets, 'dev') };
        const synthetic = await readSkillSkape(datasets, 'train');

        say('Training the requirement classifier ...');
        const classifier = await trainRequirementClassifier(
          spans.train,
          spans.dev,
          models.passing,
          embeddingFeatures(dimensions),
        );
        write('requirement-classifier', classifier.parameters, modelId, { ...classifier.card });

        const cards: Record<string, unknown> = { requirementClassifier: classifier.card };
        for (const [language, adverts] of await readAdverts(datasets)) {
          if (adverts.length < MIN_ADVERTS) continue;
          say(`Training the words that ask in "${language}" ...`);
          const words = trainAskingWords(every(adverts, Math.ceil(adverts.length / MOST_ADVERTS), 0), language);
          writeAskingWords(words);
          cards[`askingWords-${language}`] = words.card;
        }
        if (models.tokens !== undefined) {
          say('Fitting the map from windows in their sentence to windows alone ...');
          const texts = [...spans.train, ...synthetic].map(({ text }) => text);
          cards['windowProjection'] = await trainWindowProjection(
            every(texts, PROJECTION_EVERY, 0),
            every(texts, PROJECTION_EVERY * 10, 1),
            models.tokens,
            models.passing,
          );
        }
        const taxonomy = `${release.framework} ${release.version}`;
        const labels = {
          taxonomy,
          occupations: await system.store.taxonomies.occupationLabels(release.framework),
          skills: await system.store.taxonomies.skillLabels(release.framework),
        };
        for (const language of LETTER_MAP_LANGUAGES) {
          say(`Fitting the map from letters to meaning for "${language}" ...`);
          const card = await fitLetterMap(labels, language, models.kept);
          if (card === null) say(`No labels in "${language}" are imported: its map stays as it is.`);
          else cards[`letterMap-${language}`] = card;
        }
        const { skills } = await openSpaces(system.config, system.store, models, release, {
          onEmbedding: embeddingProgress(),
        });
        const sets = {
          synthetic: every(synthetic, SYNTHETIC_EVERY, 1),
          real: {
            house: await readSentenceSkills(datasets, 'house'),
            tech: await readSentenceSkills(datasets, 'tech'),
          },
          withoutSkill: every(
            spans.train.filter(({ isRequirement }) => !isRequirement).map(({ text }) => text),
            WITHOUT_SKILL_EVERY,
            0,
          ),
          judged: [
            ...(await readJudged(datasets, 'judged-links')),
            ...(await readOldSamples(datasets)),
            ...corrections,
          ],
        };
        const wordings = (await readJudged(datasets, 'judged-wordings')).map((one) => ({
          ...one,
          weight: WORDING_WEIGHT,
        }));
        const map = await openWindowMap(models);
        for (const mode of ['fast', 'accurate'] as const) {
          say(`Training the link confidence of the ${mode} mode ...`);
          const { link, card } = await trainLinkConfidence(
            mode === 'fast' ? { ...sets, judged: [...sets.judged, ...wordings] } : sets,
            {
              space: skills,
              mode,
              reader: openReader(mode, models, map?.product, false),
              requirementClassifier: classifier.parameters,
            },
          );
          write(`link-confidence-${mode}`, link, modelId, { ...card, taxonomy });
          cards[mode] = card;
        }
        reply(options, cards, () => JSON.stringify(cards, null, 2));
      } finally {
        await system.close();
      }
    });
}

function readJudged(datasets: string, name: string): Promise<JudgedSentence[]> {
  return readJudgedSentences(datasets, [fileURLToPath(new URL(`${name}.jsonl`, TRAINING_FOLDER))]);
}

/** Samples of links measure the linker that made them; the versions after it learn from them. */
function readOldSamples(datasets: string): Promise<JudgedSentence[]> {
  const names = readdirSync(SAMPLES_FOLDER).filter((name) => name.endsWith('.jsonl'));
  const files = names.toSorted().map((name) => fileURLToPath(new URL(name, SAMPLES_FOLDER)));
  return readJudgedSentences(datasets, files, { olderThan: LINKER_VERSION });
}

function write(
  name: string,
  parameters: LogisticParameters | BlendedClassifier,
  modelId: string,
  card: Record<string, unknown>,
): void {
  const file = new URL(`../../models/parameters/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify({ modelId, card, ...parameters })}\n`);
}

/** Every so-manieth item, from `first` on. */
function every<Item>(items: readonly Item[], step: number, first: number): Item[] {
  return items.filter((_, at) => at % step === first);
}
