/** Corrections for people: what was just made of one, and the list of them. */
import type { MadeCorrection } from '../../corrections/make-correction.ts';
import type { StoredCorrection } from '../../domain/correction.ts';
import { quote } from '../../documents/show-values.ts';
import { table } from './table.ts';

export function showMade(made: readonly MadeCorrection[]): string {
  return made
    .map(({ correction: { id, kind, words }, isNew, postingCount, changedCount, credentialCount }) => {
      if (!isNew) return `Correction ${id} says so already.`;
      const credentials =
        credentialCount === 0
          ? ''
          : ` Credentials with the words ${credentialCount}: the next skillgap link reads them again.`;
      return `Correction ${id}, ${kind} "${words}": linked postings concerned ${postingCount}, of these with changed links ${changedCount}.${credentials}`;
    })
    .join('\n');
}

export function showCorrections(
  corrections: readonly (Omit<StoredCorrection, 'skillId'> & { skill: { id: string; label: string } })[],
): string {
  if (corrections.length === 0) return 'Nothing was corrected yet: skillgap correct --help says how.';
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'says' },
    { title: 'words', max: 40 },
    { title: 'skill', max: 40 },
    { title: 'where', max: 30 },
    { title: 'by', max: 16 },
    { title: 'on' },
    { title: 'why', max: 40 },
  ];
  return table(
    columns,
    corrections.map(({ id, kind, words, skill, place, by, at, why, undone }) => ({
      cells: [
        String(id),
        undone === null ? kind : `${kind} (undone)`,
        words,
        skill.label,
        place?.postingId ?? 'everywhere',
        by ?? '',
        at.slice(0, 10),
        why ?? '',
      ],
      below: place === null ? [] : [quote(place.quote, place.start, place.end)],
    })),
  );
}
