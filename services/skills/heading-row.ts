/**
 * What one row of the heading tables says (asking-headings.ts, other-headings.ts).
 */
import type { Necessity } from '../domain/posting.ts';

export type SectionKind =
  | 'requirements'
  | 'duties'
  | 'nice-to-have'
  | 'benefits'
  | 'terms'
  | 'company'
  | 'application'
  | 'equal opportunity'
  | 'unknown';

export interface HeadingRow {
  kind: SectionKind;
  /** Set where the heading itself says that what follows is needed, or only wished for. */
  necessity?: Necessity;
  /** `Location: Leeds`: covers the rest of its line (or the one line below), and the section before goes on after it. */
  isField?: true;
  lines: readonly string[];
  wide?: readonly string[];
  leadIns?: readonly string[];
}
