/** Ranked credentials as a table for a spreadsheet: shares stay 0 to 1, as the API gives them. */
import type { RankedCredentialReply } from '../../domain/reply.ts';
import type { ExportTable } from './table.ts';

export function rankExport(credentials: readonly RankedCredentialReply[]): ExportTable {
  return {
    columns: [
      'rank',
      'credential',
      'provider',
      'gap closed',
      'low',
      'high',
      'hours',
      'price',
      'currency',
      'level',
      'form',
      'language',
      'skills',
      'take care',
      'address',
    ],
    rows: credentials.map(({ credential, gapClosed, gapClosedInterval, contributions, warnings }, position) => [
      position + 1,
      credential.title,
      credential.provider,
      gapClosed,
      ...gapClosedInterval,
      credential.hours,
      credential.price?.amount ?? null,
      credential.price?.currency ?? null,
      credential.level,
      credential.mode,
      credential.language,
      contributions.map(({ skill }) => skill.label).join('; '),
      warnings.join('; '),
      credential.url,
    ]),
  };
}
