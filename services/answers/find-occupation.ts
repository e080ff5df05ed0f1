/**
 * What a person calls an occupation in, the occupations of the taxonomy it may mean out.
 *
 * A label, a code or an id is certain. A misspelling is found by its letters, because a sentence model reads "acountant"
 * as a répétiteur. Only then the meaning decides, and a meaning below the floor is a question back, not an answer.
 */
import { editDistance } from '../collect/edit-distance.ts';
import type { Occupation } from '../domain/occupation.ts';
import { compareIds } from '../domain/units.ts';

/** Nearest occupations by meaning, nearest first; nearness is a weighted mean of cosines. */
export type RankByMeaning = (title: string) => Promise<{ occupationId: string; nearness: number }[]>;

export interface FoundOccupation {
  /** Null when nothing is near enough. */
  occupation: Occupation | null;
  foundBy: 'label' | 'code' | 'spelling' | 'meaning';
  /** When nothing was found: labels to ask back with, nearest first, at most 3. */
  nearLabels: string[];
}

/** With MiniLM on ESCO two nonsense strings of 32 are nearer than this: docs/adr/0020-linking-titles.md. */
export const MIN_MEANING_NEARNESS = 0.65;
const MOST_SUGGESTIONS = 3;

/** @param wanted a label in any case, a code of the taxonomy, an id, or something like a label */
export async function findOccupation(
  wanted: string,
  occupations: ReadonlyMap<string, Occupation>,
  rankByMeaning: RankByMeaning,
): Promise<FoundOccupation> {
  const all = [...occupations.values()].toSorted((a, b) => compareIds(a.id, b.id));
  const byCode = occupations.get(wanted) ?? all.find(({ code }) => code === wanted.trim());
  if (byCode !== undefined) return found(byCode, 'code');
  const byLabel = withLabel(all, words(wanted).join(' '));
  if (byLabel !== undefined) return found(byLabel, 'label');
  const bySpelling = nearestSpelling(all, words(wanted));
  if (bySpelling !== undefined) return found(bySpelling, 'spelling');
  const ranked = (await rankByMeaning(wanted)).flatMap(({ occupationId, nearness }) => {
    const occupation = occupations.get(occupationId);
    return occupation === undefined ? [] : [{ occupation, nearness }];
  });
  const [best] = ranked;
  if (best !== undefined && best.nearness >= MIN_MEANING_NEARNESS) return found(best.occupation, 'meaning');
  const nearLabels = [...new Set(ranked.map(({ occupation }) => occupation.preferredLabel))];
  return { occupation: null, foundBy: 'meaning', nearLabels: nearLabels.slice(0, MOST_SUGGESTIONS) };
}

function found(occupation: Occupation, foundBy: FoundOccupation['foundBy']): FoundOccupation {
  return { occupation, foundBy, nearLabels: [] };
}

/** Preferred labels before others. */
function withLabel(all: readonly Occupation[], folded: string): Occupation | undefined {
  const isLabel = (label: string) => words(label).join(' ') === folded;
  return (
    all.find(({ preferredLabel }) => isLabel(preferredLabel)) ?? all.find(({ altLabels }) => altLabels.some(isLabel))
  );
}

/** The label with as many words, each spelt almost alike, and the fewest edits; preferred labels win a tie. */
function nearestSpelling(all: readonly Occupation[], wanted: readonly string[]): Occupation | undefined {
  let best: { occupation: Occupation; cost: number } | undefined;
  for (const occupation of all) {
    [occupation.preferredLabel, ...occupation.altLabels].forEach((label, position) => {
      const edits = editsBetween(wanted, words(label));
      if (edits === undefined) return;
      const cost = edits + (position === 0 ? 0 : 0.5);
      if (best === undefined || cost < best.cost) best = { occupation, cost };
    });
  }
  return best?.occupation;
}

/** Edits from one to the other; undefined when a word differs by more than a slip. */
function editsBetween(wanted: readonly string[], label: readonly string[]): number | undefined {
  if (wanted.length === 0 || wanted.length !== label.length) return undefined;
  let edits = 0;
  for (const [at, word] of wanted.entries()) {
    const other = label[at] ?? '';
    const allowed = slipsOf(word);
    if (Math.abs(word.length - other.length) > allowed) return undefined;
    const between = editDistance(word, other);
    if (between > allowed) return undefined;
    edits += between;
  }
  return edits;
}

/** As full-text engines allow: none in a word of up to 2 letters, 1 up to 5, 2 in longer ones. */
function slipsOf(word: string): number {
  return word.length <= 2 ? 0 : word.length <= 5 ? 1 : 2;
}

/** Lower case without accents; + and # stay, for a C++ developer is no C# developer. */
function words(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '');
}
