/**
 * A question about a scope in, a gap report with its id out; two stored reports in, what changed between them and why.
 *
 * The id hashes what the numbers were made from, not when: the same data, model and question give the same id anywhere.
 */
import { createHash } from 'node:crypto';
import { InvalidInputError } from '../errors.ts';
import type { GapReport, GapReportBasis, GapReportDiff } from '../domain/gap-report.ts';
import { explainChanges } from '../gaps/explain-change.ts';
import type { GapReportStore, StoredGapReport } from '../store/store.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { DEFAULT_MIN_POSTING_COUNT } from './measure-scope.ts';

/** Raise it when a formula of services/gaps changes what it gives: docs/adr/0023-decision-engine.md. */
export const FORMULA_VERSION = 2;
const ID_DIGITS = 16;

/** @throws InvalidInputError for a learner, whose profile is never stored */
export async function reportGaps(request: GapsRequest, deps: AnswerDeps, options: AnswerOptions): Promise<GapReport> {
  if (request.profile) {
    throw new InvalidInputError('A learner’s gaps are not stored, since the profile is not: leave out --snapshot.');
  }
  if (request.framework === 'wef') {
    throw new InvalidInputError('Only gaps of skills are stored: leave out --snapshot or --framework wef.');
  }
  const { resolved, measured, supplies, header } = await answerScope(request, deps, options);
  const skills = await deps.taxonomies.skillsById(measured.gaps.map(({ skillId }) => skillId));
  const basis: GapReportBasis = {
    scope: resolved.scope,
    framework: deps.taxonomy.name,
    formulaVersion: FORMULA_VERSION,
    parameters: { seed: options.seed, minPostingCount: DEFAULT_MIN_POSTING_COUNT },
    taxonomy: deps.taxonomy,
    modelId: deps.modelId,
    linkerId: deps.linkerId,
    demandVersion: digestOf(measured.counted),
    supplyVersion: digestOf(supplies),
  };
  return {
    id: digestOf(basis).slice(0, ID_DIGITS),
    basis,
    scopeLabel: header.scopeLabel,
    postings: header.postings,
    suppressed: measured.suppressed,
    gaps: measured.gaps.map((gap) => ({ ...gap, label: skills.get(gap.skillId)?.preferredLabel ?? gap.skillId })),
  };
}

/** sha256 of the JSON. Callers build their values field by field, so the order of the keys is fixed. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** @throws InvalidInputError for an id that names no stored report, or more than one */
export async function diffReports(
  beforeId: string,
  afterId: string,
  gapReports: Pick<GapReportStore, 'find'>,
): Promise<GapReportDiff> {
  const before = await findReport(beforeId, gapReports);
  const after = await findReport(afterId, gapReports);
  return {
    before: headOf(before),
    after: headOf(after),
    notes: notesOf(before.report, after.report),
    // Numbers that are not shown have not changed, as far as anybody may know.
    changes: isSuppressed(before) || isSuppressed(after) ? [] : explainChanges(before.report, after.report),
  };
}

function isSuppressed({ report }: StoredGapReport): boolean {
  return report.suppressed !== null;
}

/** @throws InvalidInputError for an id that names no stored report, or more than one */
export async function findReport(id: string, gapReports: Pick<GapReportStore, 'find'>): Promise<StoredGapReport> {
  const found = id === '' ? null : await gapReports.find(id);
  if (found !== null) return found;
  throw new InvalidInputError(
    `No single stored gap report has the id "${id}": give the id that skillgap gaps SCOPE --snapshot printed.`,
  );
}

function headOf({ report, storedAt }: StoredGapReport): GapReportDiff['before'] {
  return { id: report.id, storedAt, scopeLabel: report.scopeLabel, postingCount: report.postings.n };
}

function notesOf(before: GapReport, after: GapReport): string[] {
  const [a, b] = [before.basis, after.basis];
  const isSame = (from: unknown, to: unknown) => JSON.stringify(from) === JSON.stringify(to);
  const notes = [
    isSame(a.scope, b.scope) ? '' : 'The two reports are of different scopes: their changes compare places, not times.',
    isSame(a.taxonomy, b.taxonomy)
      ? ''
      : `Skills of ${a.taxonomy.name} ${a.taxonomy.version} before, of ${b.taxonomy.name} ${b.taxonomy.version} after.`,
    a.modelId === b.modelId ? '' : `Model ${a.modelId} before, ${b.modelId} after.`,
    a.linkerId === b.linkerId ? '' : 'Linked by another linker: what changed in demand cannot be told from the linker.',
    a.formulaVersion === b.formulaVersion
      ? ''
      : 'Counted by other formulas: what changed in demand is put down to them.',
    a.demandVersion === b.demandVersion ? 'The postings behind both are the same.' : '',
    ...[before, after].map(({ id, suppressed }) => (suppressed === null ? '' : `${id} is suppressed: ${suppressed}`)),
  ];
  return notes.filter((note) => note !== '');
}
