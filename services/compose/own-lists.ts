/** Which own lists are linked beside the taxonomy that was chosen. */
import type { ReplyHeader } from '../domain/reply.ts';
import type { TaxonomySummary } from '../store/store.ts';

/** Frameworks with a publisher. Everything else is a list that somebody wrote for this installation. */
const PUBLISHED: ReadonlySet<string> = new Set(['esco', 'onet']);

/**
 * Own lists stand beside ESCO, each framework once, ordered by name. Where a taxonomy was asked for by name it is alone,
 * and so is the own list or O*NET that is used for want of ESCO.
 */
export function ownListsBeside(
  chosen: TaxonomySummary,
  releases: readonly TaxonomySummary[],
  wanted: string | undefined,
): TaxonomySummary[] {
  if (wanted !== undefined || chosen.framework !== 'esco') return [];
  const own = releases
    .filter(({ framework }) => !PUBLISHED.has(framework))
    // Of a list in several languages the English release speaks for its counts.
    .toSorted((a, b) => Number(a.language === 'en') - Number(b.language === 'en'));
  return [...new Map(own.map((release) => [release.framework, release])).values()].toSorted((a, b) =>
    a.framework < b.framework ? -1 : 1,
  );
}

/** How a reply names what it was linked with. */
export function taxonomyReply(
  { framework, version }: TaxonomySummary,
  lists: readonly TaxonomySummary[],
): ReplyHeader['taxonomy'] {
  const names = lists.map((list) => ({ name: list.framework, version: list.version }));
  return { name: framework, version, ...(names.length > 0 && { lists: names }) };
}
