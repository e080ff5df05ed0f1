/** A plan as a table for a spreadsheet. */
import type { PlanReply } from '../../domain/reply.ts';
import type { ExportTable } from '../export/table.ts';

export function planExport({ stack }: PlanReply): ExportTable {
  return {
    columns: [
      'step',
      'credential',
      'provider',
      'hours',
      'price',
      'currency',
      'gap closed by it',
      'gap closed so far',
      'skills',
      'address',
    ],
    rows: stack.map(({ step, credential, gain, cumulative, because }) => [
      step,
      credential.title,
      credential.provider,
      credential.hours,
      credential.price?.amount ?? null,
      credential.price?.currency ?? null,
      gain,
      cumulative.gapClosed,
      because.map(({ skill }) => skill.label).join('; '),
      credential.url,
    ]),
  };
}
