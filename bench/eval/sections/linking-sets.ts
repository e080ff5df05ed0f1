/** The sets of sentences with ESCO skills, as both the ranking and the calibration of links are measured on. */
import path from 'node:path';
import { readLabels, type LabelFile } from '../../../services/evaluate/linking-targets.ts';
import { readLinkingGold, type LinkingGoldFile } from '../../../services/evaluate/read-linking-gold.ts';
import { convertHouseTech } from '../../gold/house-tech.ts';
import { convertSkillSkape } from '../../gold/skillskape.ts';
import type { EvalContext } from '../section.ts';

export interface LinkingSet {
  name: string;
  split: string;
  /** How a card's sentence on its training names the split. */
  inCards: RegExp;
  gold: LinkingGoldFile;
}

/** SkillSkape is large, and its sentences are alike: one language model wrote them. */
const SKILLSKAPE_SENTENCES = 400;

export async function readLinkingSets(context: EvalContext): Promise<{ sets: LinkingSet[]; labels: LabelFile }> {
  const { datasets, goldFolder } = context;
  await convertHouseTech(datasets, goldFolder);
  await convertSkillSkape(datasets, goldFolder);
  const read = async (name: string, limit?: number): Promise<LinkingGoldFile> => {
    const { file, lines } = await readLinkingGold(path.join(goldFolder, `${name}.jsonl`));
    const labelled = lines.filter(({ record }) => record.skills.length > 0);
    return { file, lines: [...context.take(labelled, limit)] };
  };
  const skillSkape = await read('skillskape-dev', SKILLSKAPE_SENTENCES);
  return {
    labels: await readLabels(path.join(datasets, 'gold/esco-sentence-skills/skills_en_label.txt')),
    sets: [
      { name: 'HOUSE', split: 'validation', inCards: /HOUSE( \+ TECH)? validation/, gold: await read('house') },
      { name: 'TECH', split: 'validation', inCards: /TECH validation/, gold: await read('tech') },
      {
        name: 'SkillSkape',
        split: `dev, ${skillSkape.lines.length} spread sentences`,
        inCards: /SkillSkape (train (\+|and) )?dev/,
        gold: skillSkape,
      },
    ],
  };
}
