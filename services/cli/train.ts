/** `skillgap train`: the small parameters of models/parameters/ from the imported taxonomy and the labelled sets. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { composeSystem } from '../compose.ts';
import { chooseTaxonomy, embeddingFeatures } from '../compose/open-linking.ts';
import { openSpaces } from '../compose/open-spaces.ts';
import { datasetsFolderFromEnvironment } from '../config.ts';
import { UnavailableError } from '../errors.ts';
import type { LogisticParameters } from '../../models/logistic-regression.ts';
import { readHouseAndTech, readSkillSkape, readSkillSpan } from '../train/read-labelled.ts';
import { trainLinkConfidence } from '../train/train-link-confidence.ts';
import { trainRequirementClassifier } from '../train/train-requirement-classifier.ts';
import { addCommonOptions, configOf, reply, say, type CommonOptions } from './context.ts';

/** Synthetic sentences are alike: more of them change no weight in the second digit. */
const LINK_SENTENCES = 1000;

export function trainCommand(): Command {
  return addCommonOptions(new Command('train'))
    .description(
      'trains the requirement classifier and the link confidence (needs ESCO imported and SKILLGAP_DATASETS)',
    )
    .action(async (options: CommonOptions) => {
      const datasets = datasetsFolderFromEnvironment();
      if (datasets === undefined)
        throw new UnavailableError('Training needs the labelled sets: set SKILLGAP_DATASETS to their folder.');
      const system = await composeSystem(configOf(options));
      try {
        const release = chooseTaxonomy(await system.store.taxonomies.activeReleases(), 'esco');
        const models = await system.models();
        say('Training the requirement classifier ...');
        const classifier = await trainRequirementClassifier(
          await readSkillSpan(datasets, 'train'),
          await readSkillSpan(datasets, 'dev'),
          models.kept,
          embeddingFeatures(models.kept.dimensions),
        );
        say('Training the link confidence ...');
        const { skills, lexiconOf } = await openSpaces(system.config, system.store, models, release);
        const space = { space: skills, sentenceEmbedder: models.kept, windowEmbedder: models.passing, lexiconOf };
        const confidence = await trainLinkConfidence(
          (await readSkillSkape(datasets, 'train')).slice(0, LINK_SENTENCES),
          await readHouseAndTech(datasets),
          space,
        );
        const { modelId } = models.kept;
        write('requirement-classifier', classifier.parameters, modelId, { ...classifier.card });
        const taxonomy = `${release.framework} ${release.version}`;
        write('link-confidence', confidence.link, modelId, { ...confidence.card, taxonomy });
        const report = {
          requirementClassifier: classifier.card,
          linkConfidence: confidence.card,
          weights: weightsOf(confidence.link),
        };
        reply(options, report, () => JSON.stringify(report, null, 2));
      } finally {
        await system.close();
      }
    });
}

function write(name: string, parameters: LogisticParameters, modelId: string, card: Record<string, unknown>): void {
  const file = new URL(`../../models/parameters/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify({ modelId, card, ...parameters })}\n`);
}

function weightsOf({ features, weights }: LogisticParameters): Record<string, number> {
  return Object.fromEntries(features.map((feature, at) => [feature, weights[at] ?? 0]));
}
