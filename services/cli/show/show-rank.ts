/** A ranking of credentials for people: what each closes, for how much, and the outcome that says so. */
import type { RankReply, RankedCredentialReply } from '../../domain/reply.ts';
import { header } from './header.ts';
import { hours, money, outOf100, quote } from '../../documents/show-values.ts';
import { shorten, table } from './table.ts';

export function showRank(reply: RankReply, partsPerCredential: number): string {
  const question = `Which credentials close the gap best: ${reply.scopeLabel}`;
  if (reply.suppressed !== null) return header(question, reply);
  if (reply.credentials.length === 0) {
    return `${header(question, reply)}\nNo imported credential covers any of the ${reply.gapCount} gaps: import a catalogue, then run skillgap link.`;
  }
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'credential', max: 52 },
    { title: 'provider', max: 30 },
    { title: 'closes' },
    { title: 'hours', align: 'right' as const },
    { title: 'price', align: 'right' as const },
    { title: 'per 10 h', align: 'right' as const },
    { title: 'level', max: 14 },
  ];
  const rows = reply.credentials.map((ranked, at) => ({
    cells: [
      String(at + 1),
      ranked.credential.title,
      ranked.credential.provider ?? 'unknown',
      outOf100(ranked.gapClosed, ranked.gapClosedInterval),
      hours(ranked.credential.hours),
      money(ranked.credential.price),
      ranked.per10Hours === null ? '' : (100 * ranked.per10Hours).toFixed(1),
      ranked.credential.level ?? '',
    ],
    below: [
      ...contributionLines(ranked, partsPerCredential),
      ...(ranked.warnings.length > 0 ? [`! ${ranked.warnings.join('; ')}`] : []),
    ],
  }));
  return [
    header(question, reply),
    '',
    table(columns, rows),
    '',
    `closes: of 100 parts of the whole gap (${reply.gapCount} skills), ${reply.candidates} credentials compared.`,
    ...beyondLines(reply),
  ].join('\n');
}

const MOST_BEYOND = 3;

/** Only where there is some: what postings ask for in words that no skill explains, and who teaches something near. */
function beyondLines({ beyondTaxonomy }: RankReply): string[] {
  if (beyondTaxonomy.length === 0) return [];
  return [
    '',
    'Asked for, but no skill of the taxonomy explains it (never part of "closes"):',
    ...beyondTaxonomy
      .slice(0, MOST_BEYOND)
      .flatMap(({ credential, unlinkedRequirements }) => [
        `  ${credential.title} (${credential.provider ?? 'provider unknown'})`,
        ...unlinkedRequirements
          .slice(0, MOST_BEYOND)
          .map(
            ({ quote: asked, postingCount, outcome }) =>
              `    "${shorten(asked, 80)}" (${postingCount} ${postingCount === 1 ? 'posting' : 'postings'}) - taught as "${shorten(outcome.text, 80)}"`,
          ),
      ]),
  ];
}

export function contributionLines(
  { contributions }: Pick<RankedCredentialReply, 'contributions'>,
  most: number,
): string[] {
  return contributions.slice(0, most).map(({ skill, contribution, coverage, state, outcome }) => {
    const sure = state === 'declared' ? 'declared' : `${(100 * coverage).toFixed(0)} % sure`;
    return `${(100 * contribution).toFixed(1).padStart(5)}  ${skill.label} (${sure}): ${quote(outcome.text, outcome.start, outcome.end)}`;
  });
}
