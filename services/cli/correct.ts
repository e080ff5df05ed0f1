/** `skillgap correct accept | reject | alias | list | undo | export | import`: what a person knows better than the linker. */
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { composeSystem, type System } from '../compose.ts';
import { exportCorrections, importCorrections } from '../corrections/correction-file.ts';
import { correctLink, correctWords, type MadeCorrection, type Said } from '../corrections/make-correction.ts';
import { undoCorrection } from '../corrections/undo-correction.ts';
import { InvalidInputError } from '../errors.ts';
import {
  addCommonOptions,
  configOf,
  embeddingProgress,
  nowOf,
  reply,
  wholeNumber,
  type CommonOptions,
} from './context.ts';
import { showCorrections, showMade } from './show/show-corrections.ts';

interface SaidOptions extends CommonOptions {
  by?: string;
  why?: string;
}

interface LinkOptions extends SaidOptions {
  posting?: string;
  words?: string;
  everywhere?: boolean;
}

export function correctCommand(): Command {
  const command = new Command('correct').description('says which links are right or wrong and what words mean');
  for (const below of [accept(), reject(), alias(), list(), undo(), exporting(), importing()])
    command.addCommand(below);
  return command;
}

function accept(): Command {
  return saying('accept', 'the link of this posting to the skill is right')
    .argument('<skill>', 'preferred label or id')
    .requiredOption('--posting <id>', 'the posting')
    .option('--words <words>', 'of several links only where these words stand')
    .action(async (skill: string, options: LinkOptions & { posting: string }) => {
      await making(options, async ({ store, findSkill }, said) =>
        correctLink(
          'accept',
          { postingId: options.posting, skillId: (await findSkill(skill)).id, words: options.words },
          said,
          store,
        ),
      );
    });
}

function reject(): Command {
  return saying('reject', 'the link to the skill is wrong, in a posting or for these words everywhere')
    .argument('<skill>', 'preferred label or id')
    .option('--posting <id>', 'in this posting only')
    .option('--words <words>', 'in a posting: only where these words stand; with --everywhere: in any text')
    .option('--everywhere', 'these words never mean the skill')
    .action(async (skill: string, options: LinkOptions) => {
      const { posting: postingId, words, everywhere = false } = options;
      if ((postingId === undefined) !== everywhere) {
        throw new InvalidInputError('Give either --posting ID, or --words WORDS and --everywhere.');
      }
      if (postingId === undefined && words === undefined) {
        throw new InvalidInputError('--everywhere needs --words WORDS: the words that never mean the skill.');
      }
      await making(options, async ({ store, findSkill }, said) => {
        const skillId = (await findSkill(skill)).id;
        return postingId === undefined
          ? [await correctWords('reject', words ?? '', skillId, said, store)]
          : correctLink('reject', { postingId, skillId, words }, said, store);
      });
    });
}

function alias(): Command {
  return saying('alias', 'these words mean the skill, wherever they stand')
    .argument('<words>')
    .argument('<skill>', 'preferred label or id')
    .action(async (words: string, skill: string, options: SaidOptions) => {
      await making(options, async ({ store, findSkill }, said) => [
        await correctWords('alias', words, (await findSkill(skill)).id, said, store),
      ]);
    });
}

function list(): Command {
  return addCommonOptions(new Command('list'))
    .description('the corrections that hold')
    .option('--all', 'the undone ones, too')
    .action(async (options: CommonOptions & { all?: boolean }) => {
      await withSystem(options, async ({ store }) => {
        const corrections = await (options.all === true ? store.corrections.all() : store.corrections.active());
        const skills = await store.taxonomies.skillsById(corrections.map(({ skillId }) => skillId));
        const labelled = corrections.map(({ skillId, ...correction }) => ({
          ...correction,
          skill: { id: skillId, label: skills.get(skillId)?.preferredLabel ?? skillId },
        }));
        reply(options, { corrections: labelled }, () => showCorrections(labelled));
      });
    });
}

function undo(): Command {
  return addCommonOptions(new Command('undo'))
    .description('takes a correction back and links the postings it was about again')
    .argument('<id>', 'number of the correction')
    .option('--by <name>', 'who says so (default: the account)')
    .action(async (id: string, options: SaidOptions) => {
      const number = wholeNumber('The number of a correction', id, 1) ?? 0;
      const at = nowOf(options);
      await withSystem(options, async (system) => {
        const undone = await undoCorrection(number, { by: whoOf(options), at }, system.store, system.relinkPostings);
        reply(
          options,
          undone,
          () =>
            `Correction ${number} is undone; postings linked again ${undone.postingCount}, credentials for the next skillgap link ${undone.credentialCount}.`,
        );
      });
    });
}

function exporting(): Command {
  return addCommonOptions(new Command('export'))
    .description('the corrections that hold, with the sentences they were said of, as JSONL')
    .argument('<file>')
    .action(async (file: string, options: CommonOptions) => {
      await withSystem(options, async ({ store }) => {
        const lines = await exportCorrections(store);
        writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
        reply(options, { file, corrections: lines.length }, () => `${lines.length} corrections written to ${file}.`);
      });
    });
}

function importing(): Command {
  return addCommonOptions(new Command('import'))
    .description('corrections of an exported file, whole or not at all; what is known already changes nothing')
    .argument('<file>')
    .action(async (file: string, options: CommonOptions) => {
      await withSystem(options, async ({ store, relinkPostings }) => {
        const report = await importCorrections(file, store);
        await relinkPostings(report.toRelink);
        const { read, added, known, changedCount } = report;
        reply(
          options,
          report,
          () =>
            `${file}: ${read} corrections read, ${added} added, ${known} known; postings with changed links ${changedCount}.`,
        );
      });
    });
}

function saying(name: string, description: string): Command {
  return addCommonOptions(new Command(name))
    .description(description)
    .option('--by <name>', 'who says so (default: the account)')
    .option('--why <reason>', 'why, for whoever reads it later');
}

async function making(
  options: SaidOptions,
  make: (system: System, said: Said) => Promise<MadeCorrection[]>,
): Promise<void> {
  const said = { by: whoOf(options), at: nowOf(options), why: textOf(options.why) };
  await withSystem(options, async (system) => {
    const made = await make(system, said);
    await system.relinkPostings([...new Set(made.flatMap(({ toRelink }) => toRelink))]);
    reply(options, { corrections: made }, () => showMade(made));
  });
}

function whoOf({ by }: SaidOptions): string | null {
  return textOf(by ?? userInfo().username);
}

function textOf(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

async function withSystem(options: CommonOptions, work: (system: System) => Promise<void>): Promise<void> {
  const system = await composeSystem(configOf(options), { onEmbedding: embeddingProgress() });
  try {
    await work(system);
  } finally {
    await system.close();
  }
}
