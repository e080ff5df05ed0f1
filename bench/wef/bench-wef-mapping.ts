/**
 * Two blind readings of ESCO concepts in (data/wef/mapping-passes.csv), how far they agree with each other and with the
 * mapping out, and where both readings say the same and the mapping as it is now says something else.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openText } from '../../services/files/open-text.ts';
import { readCsv } from '../../services/files/read-csv.ts';
import { cohenKappa } from './cohen-kappa.ts';

const PASSES = new URL('../../data/wef/mapping-passes.csv', import.meta.url);
const MAPPING = new URL('../../data/wef/esco-mapping.csv', import.meta.url);
const Reading = z.object({
  skillId: z.url(),
  skillLabel: z.string(),
  mapping: z.string(),
  first: z.string(),
  second: z.string(),
});
const Link = z.object({ coreSkillId: z.string(), skillId: z.url() });

export async function benchWefMapping(): Promise<void> {
  const readings = z.array(Reading).parse(await rowsOf(PASSES));
  const links = z.array(Link).parse(await rowsOf(MAPPING));
  // Both lists carry the same links.
  const nowBySkill = new Map(links.map(({ skillId, coreSkillId }) => [skillId, coreSkillId.split(':')[1] ?? '']));
  const mapped = readings.filter(({ mapping }) => mapping !== 'none');
  const lines = [
    `${readings.length} concepts, ${mapped.length} of them in the mapping when they were read; 26 core skills and "none"`,
    `first and second reading, all:       ${shown(readings, 'first', 'second')}`,
    `first and second reading, mapped:    ${shown(mapped, 'first', 'second')}`,
    `first reading and mapping, mapped:   ${shown(mapped, 'first', 'mapping')}`,
    `second reading and mapping, mapped:  ${shown(mapped, 'second', 'mapping')}`,
    ...readings
      .filter(({ skillId, first, second }) => first === second && (nowBySkill.get(skillId) ?? 'none') !== first)
      .map(({ skillLabel, first }) => `not in the mapping as both read it: ${skillLabel} (${first})`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function rowsOf(file: URL): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const { record } of readCsv(openText(fileURLToPath(file)))) rows.push(record);
  return rows;
}

type Reader = 'first' | 'second' | 'mapping';

function shown(readings: readonly z.infer<typeof Reading>[], one: Reader, other: Reader): string {
  const { observed, kappa } = cohenKappa(
    readings.map((reading) => reading[one]),
    readings.map((reading) => reading[other]),
  );
  return `${(100 * observed).toFixed(1)} % alike, kappa ${kappa.toFixed(3)}`;
}
