/** One measured section in, its part of the report out. */
import type { Section } from '../section.ts';
import type { Exposure, SectionResult } from '../section-result.ts';
import { markdownTable } from './markdown-table.ts';
import { showMeasure } from './show-numbers.ts';

/** Where the diagram lies, as seen from the report. */
export const RELIABILITY_FILE = 'reliability-linking.svg';

const EXPOSURES: Record<Exposure, string> = {
  'trained on': '**in-sample**: trained on',
  'settings chosen on': 'settings chosen on it',
  'not seen': 'no',
  'cross-validated': 'cross-validated',
  baseline: 'baseline',
};

export function writeSection(
  { name, title, introduction }: Pick<Section, 'name' | 'title' | 'introduction'>,
  result: SectionResult | undefined,
): string {
  const heading = `## ${title}\n\n${introduction}`;
  if (result === undefined) {
    return `${heading}\n\nNot measured yet: \`npm run eval -- --only ${name}\`.`;
  }
  const { model, taxonomy, linker, notes, reliability } = result;
  return [
    heading,
    `Measured with ${model}, ${taxonomy}, linker ${linker.id}${linker.version === null ? '' : ` (version ${linker.version})`}.`,
    writeRows(result),
    ...(reliability.length > 0
      ? [`![Share of links that are right, by their confidence: HOUSE and TECH validation](${RELIABILITY_FILE})`]
      : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
}

function writeRows({ rows }: SectionResult): string {
  const measures = [...new Set(rows.flatMap((row) => row.measures.map(({ name }) => name)))];
  return markdownTable(
    [
      { title: 'set' },
      { title: 'split' },
      { title: 'n' },
      { title: 'system' },
      { title: 'seen in training' },
      ...measures.map((title) => ({ title, isNumber: true })),
    ],
    rows.map((row) => [
      row.set,
      row.split,
      `${row.n} ${row.unit}`,
      row.exposure === 'baseline' ? row.system : `**${row.system}**`,
      EXPOSURES[row.exposure],
      ...measures.map((measure) => showMeasure(row.measures.find(({ name }) => name === measure))),
    ]),
  );
}
