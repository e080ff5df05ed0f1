/** What people judged and committed: the files of data/judged/. A folder or a file that is not there is no fault. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { readJudgedLinks, type JudgedLink } from '../../services/evaluate/read-judged-links.ts';
import { readTopSkills, type TopSkills } from '../../services/evaluate/read-top-skills.ts';

export interface Judgements {
  judgedLinks: JudgedLink[];
  topSkills: TopSkills[];
}

/** @throws InvalidInputError for a file that does not fit, or that nothing would read */
export async function readJudgements(folder: string): Promise<Judgements> {
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const isTopList = (name: string) => /^top-skills-.+\.json$/.test(name);
  const isLinks = (name: string) => name.endsWith('.jsonl');
  const stray = names.find((name) => !isTopList(name) && !isLinks(name) && name !== 'README.md');
  if (stray !== undefined) {
    throw new InvalidInputError(
      `${path.join(folder, stray)} is neither judged links (*.jsonl) nor a judged list (top-skills-NAME.json); rename it or take it away.`,
    );
  }
  const filesOf = (fits: (name: string) => boolean) => names.filter(fits).map((name) => path.join(folder, name));
  const topSkills: TopSkills[] = [];
  for (const file of filesOf(isTopList)) topSkills.push(await readTopSkills(file));
  return { judgedLinks: await readJudgedLinks(filesOf(isLinks)), topSkills };
}
