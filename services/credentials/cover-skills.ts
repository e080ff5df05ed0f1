/**
 * Credentials in, the skills each teaches out: declared by the provider, or read from its learning outcomes.
 *
 * Learning outcomes say what a learner can do at the end. Where a catalogue has none the description stands in for them, without
 * its sentences on what comes before and after the teaching; the title always counts. Everything not found is 0, not stored.
 */
import { teachesNothing } from './catalogue-talk.ts';
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import { groupBy } from '../domain/group-by.ts';
import { SkillId } from '../domain/skill.ts';
import { compareIds, toShare } from '../domain/units.ts';

/** A skill read in one text, with the calibrated confidence of the linker and where in the text it stands. */
export interface ReadSkill {
  skillId: string;
  confidence: number;
  start: number;
  end: number;
}

export interface CoverSkillsDeps {
  /** Skills of each text, one list per text, in order. */
  linkTexts: (
    texts: readonly string[],
    language: string | null,
    signal?: AbortSignal,
  ) => Promise<(readonly ReadSkill[])[]>;
  /** Sentences of a description. */
  splitSentences: (text: string) => string[];
  /** Skill ids that a declared skill (an id or a label of the taxonomy) stands for; empty when the taxonomy has none. */
  declaredSkillIds: (idOrLabel: string) => readonly string[];
}

type OutcomeSource = SkillCoverage['outcome']['source'];

/** A description longer than this says nothing new about what is taught. */
const MAX_DESCRIPTION_SENTENCES = 40;

/** Coverages of each credential, in order: one per skill, the surest; ordered by skill id. */
export async function coverSkills(
  credentials: readonly Credential[],
  deps: CoverSkillsDeps,
  signal?: AbortSignal,
): Promise<SkillCoverage[][]> {
  const textsOf = credentials.map((credential) => outcomeTexts(credential, deps));
  const read = await linkTogether(credentials, textsOf, deps, signal);
  return credentials.map((credential, at) => surest(credential, textsOf[at] ?? [], read[at] ?? [], deps));
}

/** Texts of one language go through the linker in one call: the title and outcomes of one credential fill no batch. */
async function linkTogether(
  credentials: readonly Credential[],
  textsOf: readonly (readonly { text: string }[])[],
  { linkTexts }: CoverSkillsDeps,
  signal: AbortSignal | undefined,
): Promise<(readonly ReadSkill[])[][]> {
  const read: (readonly ReadSkill[])[][] = credentials.map(() => []);
  for (const [language, positions] of groupBy([...credentials.keys()], (at) => credentials[at]?.language ?? null)) {
    const linked = await linkTexts(
      positions.flatMap((at) => (textsOf[at] ?? []).map(({ text }) => text)),
      language,
      signal,
    );
    let from = 0;
    for (const at of positions) {
      const count = textsOf[at]?.length ?? 0;
      read[at] = linked.slice(from, from + count);
      from += count;
    }
  }
  return read;
}

function surest(
  credential: Credential,
  texts: readonly { text: string; source: OutcomeSource }[],
  read: readonly (readonly ReadSkill[])[],
  deps: CoverSkillsDeps,
): SkillCoverage[] {
  const best = new Map<string, SkillCoverage>();
  const keep = (covered: SkillCoverage) => {
    const known = best.get(covered.skillId);
    if (known === undefined || covered.coverage > known.coverage) best.set(covered.skillId, covered);
  };
  for (const { id, outcome } of declared(credential, deps)) {
    keep({ credentialId: credential.id, skillId: SkillId.parse(id), coverage: toShare(1), state: 'declared', outcome });
  }
  texts.forEach(({ text, source }, at) => {
    for (const { skillId, confidence, start, end } of read[at] ?? []) {
      const outcome = { text, source, start, end };
      keep({
        credentialId: credential.id,
        skillId: SkillId.parse(skillId),
        coverage: toShare(confidence),
        state: 'inferred',
        outcome,
      });
    }
  });
  return [...best.values()].sort((a, b) => compareIds(a.skillId, b.skillId));
}

/** The texts a credential is read from: what the index of outcomes holds, too. */
export function outcomeTexts(
  credential: Credential,
  { splitSentences }: Pick<CoverSkillsDeps, 'splitSentences'>,
): { text: string; source: OutcomeSource }[] {
  const outcomes = credential.learningOutcomes.map(({ text }) => ({ text, source: 'learning outcome' as const }));
  const description =
    outcomes.length > 0 || credential.description === null
      ? []
      : splitSentences(credential.description)
          .slice(0, MAX_DESCRIPTION_SENTENCES)
          .filter((text) => !teachesNothing(text))
          .map((text) => ({ text, source: 'description' as const }));
  return [{ text: credential.title, source: 'title' as const }, ...outcomes, ...description];
}

function declared(credential: Credential, { declaredSkillIds }: CoverSkillsDeps) {
  const ofOutcomes = credential.learningOutcomes.flatMap(({ text, relatedSkillIds }) =>
    relatedSkillIds.flatMap((name) =>
      declaredSkillIds(name).map((id) => ({
        id,
        outcome: { text, source: 'learning outcome' as const, start: 0, end: text.length },
      })),
    ),
  );
  const tags = credential.raw['nativeSkills'];
  const ofTags = (Array.isArray(tags) ? tags : [])
    .filter((tag): tag is string => typeof tag === 'string' && tag.trim() !== '')
    .flatMap((tag) =>
      declaredSkillIds(tag).map((id) => ({
        id,
        outcome: { text: tag, source: 'description' as const, start: 0, end: tag.length },
      })),
    );
  return [...ofOutcomes, ...ofTags];
}
