/**
 * An exported file of corrections in, labelled examples of links out: people's judgements of just one skill each.
 *
 * Unlike a labelled sentence a correction says nothing of the other skills its sentence may ask for, so only the
 * candidate it is about becomes an example.
 */
import { ExportedCorrection } from '../domain/correction.ts';
import { readGoldLines } from '../evaluate/read-gold-lines.ts';
import { linkFeatures } from '../skills/link-features.ts';
import { proposeCandidates, type ProposeDeps } from '../skills/propose-candidates.ts';
import type { LinkExample } from './link-examples.ts';

export interface JudgedLink {
  /** The sentence that was judged; the words alone where they were judged wherever they stand. */
  text: string;
  start: number;
  end: number;
  skillId: string;
  /** 1: the text asks for the skill. */
  label: 0 | 1;
}

const EXAMPLE = 'a line of skillgap correct export FILE.jsonl';

/** @throws InvalidInputError naming file, line and field */
export async function readCorrections(file: string): Promise<JudgedLink[]> {
  const { lines } = await readGoldLines(file, ExportedCorrection, EXAMPLE);
  return lines.map(({ record: { kind, skill, words, place } }) => ({
    text: place?.quote ?? words,
    start: place?.start ?? 0,
    end: place?.end ?? words.length,
    skillId: skill.id,
    label: kind === 'reject' ? 0 : 1,
  }));
}

/** In order; links whose skill is not in the space, or is no candidate for its text, cannot be learned from and are left out. */
export async function correctionExamples(judged: readonly JudgedLink[], deps: ProposeDeps): Promise<LinkExample[]> {
  const texts = judged.map(({ text }) => text);
  const proposals = await proposeCandidates(texts, deps, 0);
  return judged.flatMap(({ skillId, label }, at) => {
    const candidate = proposals[at]?.candidates?.find((one) => one.skillId === skillId);
    return candidate === undefined ? [] : [{ skillId, values: linkFeatures(candidate), label }];
  });
}
