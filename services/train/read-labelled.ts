/** The labelled sets that training reads, each into plain examples. They are third-party: read from a folder, never shipped. */
import path from 'node:path';
import { z } from 'zod';
import { UnavailableError } from '../errors.ts';
import { existsSync } from 'node:fs';
import { openText } from '../files/open-text.ts';
import { readCsv } from '../files/read-csv.ts';
import { readJsonl } from '../files/read-jsonl.ts';

export interface LabelledSentence {
  text: string;
  isRequirement: boolean;
}

export interface SkillSentence {
  text: string;
  /** Preferred labels of the skills the sentence asks for. */
  labels: string[];
}

const SpanSentence = z.looseObject({
  tokens: z.array(z.string()),
  tags_skill: z.array(z.string()),
  tags_knowledge: z.array(z.string()),
});

/** SkillSpan (Zhang et al. 2022): a sentence with any skill or knowledge span asks for something. */
export async function readSkillSpan(datasets: string, part: 'train' | 'dev'): Promise<LabelledSentence[]> {
  const sentences: LabelledSentence[] = [];
  for await (const { value } of readJsonl(
    openText(present(path.join(datasets, 'gold/skillspan', `${part}.json.gz`))),
  )) {
    const { tokens, tags_skill, tags_knowledge } = SpanSentence.parse(value);
    const isRequirement = [...tags_skill, ...tags_knowledge].some((tag) => tag !== 'O');
    sentences.push({ text: joinTokens(tokens), isRequirement });
  }
  return sentences;
}

/** SkillSkape (Magron et al. 2024): synthetic sentences, each with its ESCO skills. */
export async function readSkillSkape(datasets: string, part: 'train' | 'dev'): Promise<SkillSentence[]> {
  const sentences: SkillSentence[] = [];
  for await (const { record } of readCsv(
    openText(present(path.join(datasets, 'gold/skillskape', `${part}.csv.gz`))),
    {},
  )) {
    const labels = pythonStrings(record['skills'] ?? '').filter(
      (label) => label !== 'LABEL NOT PRESENT' && label !== 'UNDERSPECIFIED',
    );
    sentences.push({ text: record['sentence'] ?? '', labels });
  }
  return sentences;
}

const NO_SKILL = new Set(['LABEL NOT PRESENT', 'UNDERSPECIFIED', 'UNK', '']);

/** HOUSE or TECH validation (Decorte et al. 2022): sentences of real postings, each with its ESCO skills. */
export async function readSentenceSkills(datasets: string, set: 'house' | 'tech'): Promise<SkillSentence[]> {
  const labelsByText = new Map<string, Set<string>>();
  const file = present(path.join(datasets, 'gold/esco-sentence-skills', `${set}_validation_annotations.csv`));
  for await (const { record } of readCsv(openText(file), {})) {
    const text = record['sentence'] ?? '';
    const label = (record['label'] ?? '').trim();
    const labels = labelsByText.get(text) ?? new Set<string>();
    labelsByText.set(text, labels);
    if (!NO_SKILL.has(label)) labels.add(label);
  }
  return [...labelsByText]
    .map(([text, labels]) => ({ text, labels: [...labels] }))
    .filter(({ labels }) => labels.length > 0);
}

/** The file holds Python's repr of a list of strings: single or double quotes, backslash escapes. */
export function pythonStrings(list: string): string[] {
  return Array.from(list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu), (match) =>
    (match[1] ?? match[2] ?? '').replace(/\\(.)/gu, '$1').replace(/\s+/gu, ' ').trim(),
  );
}

/** Tokens were split at blanks and punctuation: put the punctuation back where English has it. */
export function joinTokens(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replace(/ ([,.;:!?)\]])/gu, '$1')
    .replace(/([([]) /gu, '$1');
}

function present(file: string): string {
  if (existsSync(file)) return file;
  throw new UnavailableError(`${file} is missing: set SKILLGAP_DATASETS to the folder that holds the labelled sets.`);
}
