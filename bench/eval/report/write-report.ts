/**
 * All results in, docs/evaluation.md out. The same results give the same bytes: no date, no machine, and speeds in a
 * table of their own.
 */
import type { JudgedLink } from '../../../services/evaluate/read-judged-links.ts';
import type { TopSkills } from '../../../services/evaluate/read-top-skills.ts';
import type { Section } from '../section.ts';
import type { SectionResult } from '../section-result.ts';
import { writeJudgedLinks, writeTopSkills } from './judged-report.ts';
import { markdownTable } from './markdown-table.ts';
import { writeSection } from './section-report.ts';
import { showSpeed } from './show-numbers.ts';

export interface ReportParts {
  sections: readonly { section: Pick<Section, 'name' | 'title' | 'introduction'>; result: SectionResult | undefined }[];
  judgedLinks: readonly JudgedLink[];
  topSkills: readonly TopSkills[];
}

const INTRODUCTION = `# Evaluation

Written by \`npm run eval\`: change the code or the results, not this page. Shares are 0 to 1, each with its 90 % interval in brackets (2,000 bootstrap draws over the queries unless said otherwise).
Every row names its set, its split, how many queries stand behind it, and whether the set took part in training: **in-sample** figures flatter, cross-validated ones
come from the card of the parameters and were made by fits that had not seen the sentences. The labelled sets are third-party and not part of the project
(\`SKILLGAP_DATASETS\`); no held-out test split was opened for this page.

How often the 90 % intervals of demand cover a held-out half of real postings, by source: [evaluation-intervals.md](evaluation-intervals.md).`;

export function writeReport({ sections, judgedLinks, topSkills }: ReportParts): string {
  const results = sections.flatMap(({ result }) => result ?? []);
  return `${[
    INTRODUCTION,
    ...warnOfMixture(results),
    ...sections.map(({ section, result }) => writeSection(section, result)),
    writeJudgedLinks(judgedLinks),
    writeTopSkills(topSkills),
    writeSpeeds(results),
  ].join('\n\n')}\n`;
}

/** Sections are measured one by one: after a change of the linker they may disagree about what they measured. */
function warnOfMixture(results: readonly SectionResult[]): string[] {
  const bases = new Set(results.map(({ model, taxonomy, linker }) => `${model}, ${taxonomy}, linker ${linker.id}`));
  return bases.size < 2
    ? []
    : [`**The sections were measured with ${bases.size} different linkers; \`npm run eval\` measures all with one.**`];
}

function writeSpeeds(results: readonly SectionResult[]): string {
  const speeds = results.flatMap((result) => result.speeds);
  const body =
    speeds.length === 0
      ? 'Not measured yet.'
      : markdownTable(
          [{ title: 'what' }, { title: 'per second', isNumber: true }, { title: 'of' }],
          speeds.map(({ what, perSecond, unit }) => [what, showSpeed(perSecond), unit]),
        );
  return `## Speed\n\nOf the machine that measured, on one process; the only figures here that change from run to run.\n\n${body}`;
}
