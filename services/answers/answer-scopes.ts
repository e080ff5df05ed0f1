/** "Whose gap can I ask about?": regions, employers and occupations with postings, found by the beginnings of words. */
import { foldText } from '../collect/fold-text.ts';
import { regionAncestors, regionName } from '../collect/find-region.ts';
import type { ScopeChoice, ScopeKind, ScopesReply } from '../domain/directory-reply.ts';
import { EVERYTHING, frameworksOf, type BrowseDeps } from './browse-deps.ts';

export interface ScopesRequest {
  kind: ScopeKind;
  /** Empty: those with most postings. */
  text: string;
  limit: number;
}

/** Labels of one occupation are many and a common word is in hundreds: enough to find those with postings among them. */
const MOST_OCCUPATIONS = 500;

export async function answerScopes(request: ScopesRequest, deps: BrowseDeps): Promise<ScopesReply> {
  const choices = { region: regionChoices, employer: employerChoices, occupation: occupationChoices };
  return { scopes: (await choices[request.kind](request.text, deps)).slice(0, request.limit) };
}

async function regionChoices(text: string, { demand }: BrowseDeps): Promise<ScopeChoice[]> {
  const isWanted = wordsIn(text);
  return (await demand.regions()).flatMap(({ code, postingCount }) => {
    const label = regionName(code);
    if (!isWanted(label) && code.toLowerCase() !== text.trim().toLowerCase()) return [];
    const [parent] = regionAncestors(code);
    const within = parent === undefined ? null : { value: parent, label: regionName(parent) };
    return [{ kind: 'region' as const, value: code, label, within, postingCount }];
  });
}

async function employerChoices(text: string, { demand }: BrowseDeps): Promise<ScopeChoice[]> {
  const isWanted = wordsIn(text);
  return (await demand.employers())
    .filter(({ name }) => isWanted(name))
    .map(({ name, postingCount }) => ({ kind: 'employer', value: name, label: name, within: null, postingCount }));
}

async function occupationChoices(text: string, deps: BrowseDeps): Promise<ScopeChoice[]> {
  const [counts, occupations] = await Promise.all([deps.demand.occupations(EVERYTHING), deps.occupations()]);
  const found =
    text.trim() === ''
      ? null
      : new Set((await deps.directory.findOccupations(text, frameworksOf(deps), MOST_OCCUPATIONS)).map(({ id }) => id));
  return counts.flatMap(({ id, postingCount }) => {
    const label = occupations.get(id)?.preferredLabel;
    if (label === undefined || found?.has(id) === false) return [];
    return [{ kind: 'occupation' as const, value: id, label, within: null, postingCount }];
  });
}

/** Every word of the text begins a word of the name; case and accents do not matter. */
export function wordsIn(text: string): (name: string) => boolean {
  const wanted = wordsOf(text);
  return (name) => {
    const words = wordsOf(name);
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  };
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
