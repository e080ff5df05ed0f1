/** What people judged in, its two parts of the report out: links of real postings, and the most demanded skills. */
import type { JudgedLink } from '../../../services/evaluate/read-judged-links.ts';
import { MAX_TOP_SKILLS, type TopSkills } from '../../../services/evaluate/read-top-skills.ts';
import { countShare, summariseJudgements } from '../../../services/evaluate/summarise-judgements.ts';
import { markdownTable } from './markdown-table.ts';
import { showCounted } from './show-numbers.ts';

const LINKS_INTRODUCTION =
  'Links of real postings, read one by one. A line of `data/judged/*.jsonl` holds the place of the link and the verdict, never the text. inappropriate: naming the skill there ' +
  'would make a reader laugh or take offence; in boilerplate: the sentence asks for nothing. Counts and shares with Wilson 90 % intervals.';

export function writeJudgedLinks(links: readonly JudgedLink[]): string {
  const body =
    links.length === 0
      ? 'No sample of judged links is committed: there is no `data/judged/*.jsonl`.'
      : markdownTable(
          [
            { title: 'source' },
            { title: 'linker version' },
            { title: 'postings', isNumber: true },
            ...['right', 'wrong', 'inappropriate', 'in boilerplate'].map((title) => ({ title, isNumber: true })),
          ],
          summariseJudgements(links).map(({ source, linkerVersion, postings, verdicts, inBoilerplate }) => [
            source ?? 'all sources',
            String(linkerVersion),
            String(postings),
            showCounted(verdicts.right),
            showCounted(verdicts.wrong),
            showCounted(verdicts.inappropriate),
            showCounted(inBoilerplate),
          ]),
        );
  return `## Judged links\n\n${LINKS_INTRODUCTION}\n\n${body}`;
}

const TOP_INTRODUCTION =
  `The list a user sees first: the ${MAX_TOP_SKILLS} most demanded skills of a source, each read with its quotes (\`data/judged/top-skills-*.json\`). ` +
  'An artefact is read off words that mean something else. Skills: ESCO classification of the European Commission.';

export function writeTopSkills(lists: readonly TopSkills[]): string {
  const body =
    lists.length === 0
      ? ['No judged list is committed: there is no `data/judged/top-skills-*.json`.']
      : lists.map(writeTopList);
  return ['## Most demanded skills', TOP_INTRODUCTION, ...body].join('\n\n');
}

function writeTopList({ source, postings, linkerVersion, skills }: TopSkills): string {
  const artefacts = skills.filter(({ verdict }) => verdict === 'artefact').length;
  return [
    `### ${source}`,
    `${postings} postings, linker version ${linkerVersion}. Artefacts: ${showCounted(countShare(artefacts, skills.length))}.`,
    markdownTable(
      [
        { title: '#', isNumber: true },
        { title: 'skill' },
        { title: 'expected postings', isNumber: true },
        { title: 'verdict' },
      ],
      skills.map(({ label, expectedPostings, verdict }, at) => [
        String(at + 1),
        label,
        Number.isInteger(expectedPostings) ? String(expectedPostings) : expectedPostings.toFixed(1),
        verdict === 'artefact' ? '**artefact**' : 'ok',
      ]),
    ),
  ].join('\n\n');
}
