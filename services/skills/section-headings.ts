/**
 * All headings of job adverts we know, in English, French, German and Polish. Order matters: the first row that fits
 * decides, so what is asked for comes before what is offered, and both before the employer's own name for things.
 */
import { DUTY_HEADINGS, REQUIREMENT_HEADINGS } from './asking-headings.ts';
import type { HeadingRow } from './heading-row.ts';
import { COMPANY_HEADINGS, OFFER_HEADINGS } from './other-headings.ts';

export const HEADING_ROWS: readonly HeadingRow[] = [
  ...REQUIREMENT_HEADINGS,
  ...OFFER_HEADINGS,
  ...DUTY_HEADINGS,
  ...COMPANY_HEADINGS,
];
