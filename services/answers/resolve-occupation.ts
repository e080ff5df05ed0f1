/** The occupation a person names in, the part of a scope the store can count in out. */
import { InvalidInputError } from '../errors.ts';
import { foldText } from '../collect/fold-text.ts';
import type { Occupation } from '../domain/occupation.ts';
import type { Scope } from '../domain/scope.ts';
import { findOccupation, type RankByMeaning } from './find-occupation.ts';

export interface ResolveOccupationDeps {
  occupations: () => Promise<ReadonlyMap<string, Occupation>>;
  /** Asked only for what is neither a label, a code nor a misspelling of one: it needs the model. */
  rankOccupations: RankByMeaning;
}

/**
 * @param notes gets the sentence that says what was understood, where that is not what was written
 * @throws InvalidInputError with up to three near labels when nothing is near enough
 */
export async function resolveOccupation(
  wanted: string,
  deps: ResolveOccupationDeps,
  notes: string[],
): Promise<NonNullable<Scope['occupation']>> {
  const occupations = await deps.occupations();
  if (/^\d{1,4}$/.test(wanted)) return iscoGroupOf(wanted, occupations);
  if (/^https?:|^\w+:occupation/.test(wanted) && !occupations.has(wanted)) {
    throw new InvalidInputError(`Unknown occupation ${wanted}: the imported taxonomy has no such id.`);
  }
  const { occupation, foundBy, nearLabels } = await findOccupation(wanted, occupations, deps.rankOccupations);
  if (occupation === null) {
    throw new InvalidInputError(
      nearLabels.length === 0
        ? `Unknown occupation "${wanted}": import a taxonomy with occupations, or give an ISCO code.`
        : `Unknown occupation "${wanted}": did you mean ${nearLabels.map((label) => `"${label}"`).join(', ')}?`,
    );
  }
  const { preferredLabel } = occupation;
  if (foundBy === 'label' && foldText(wanted).trim() !== foldText(preferredLabel)) {
    notes.push(`"${wanted}" is another name of "${preferredLabel}".`);
  }
  if (foundBy === 'spelling' || foundBy === 'meaning') {
    notes.push(`No occupation is called "${wanted}"; the nearest is "${preferredLabel}".`);
  }
  return scopeOf(occupation);
}

/** An own list may state no ISCO codes at all; only where some are known can one be unknown. */
function iscoGroupOf(iscoCode: string, occupations: ReadonlyMap<string, Occupation>): NonNullable<Scope['occupation']> {
  const codes = [...occupations.values()].flatMap((occupation) => occupation.iscoCode ?? []);
  if (codes.length > 0 && !codes.some((code) => code.startsWith(iscoCode) || iscoCode.startsWith(code))) {
    throw new InvalidInputError(
      `Unknown ISCO code ${iscoCode}: no occupation of the imported taxonomy is in that group.`,
    );
  }
  return { ids: [], iscoCode, label: `ISCO ${iscoCode}` };
}

function scopeOf(occupation: Occupation): NonNullable<Scope['occupation']> {
  return { ids: [occupation.id], iscoCode: occupation.iscoCode, label: occupation.preferredLabel };
}
