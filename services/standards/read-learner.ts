/** A learner's file in (JSON Resume or plain text), the profile out. Nothing of it is stored. */
import { readFileSync, statSync } from 'node:fs';
import { ZodError } from 'zod';
import type { LearnerProfile } from '../domain/profile.ts';
import { InvalidInputError } from '../errors.ts';
import { looksLikeJsonResume, readJsonResume } from './json-resume.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** @throws InvalidInputError naming the file and what to do */
export function readLearnerFile(file: string): LearnerProfile {
  return readLearner(textOf(file), file);
}

/** @param name what to call the text in an error */
export function readLearner(text: string, name: string): LearnerProfile {
  if (text.trim() === '') throw new InvalidInputError(`${name} is empty: give a JSON Resume or a few lines of text.`);
  if (!/^\s*[[{]/.test(text)) return readPlainText(text);
  const value = parse(text, name);
  if (!looksLikeJsonResume(value)) {
    throw new InvalidInputError(
      `${name} is JSON but no JSON Resume: it needs parts such as work, skills or education (see jsonresume.org/schema).`,
    );
  }
  try {
    const profile = readJsonResume(value);
    if (profile.statements.length === 0)
      throw new InvalidInputError(`${name} says nothing about skills: fill in work, skills or education.`);
    return profile;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const [issue] = error.issues;
    throw new InvalidInputError(`${name}, field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}.`);
  }
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > MAX_BYTES)
      throw new InvalidInputError(`${file} is over 5 MB: give a résumé as text or JSON.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replaceAll('\u0000', '');
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    if (error instanceof TypeError) throw new InvalidInputError(`${file} is not UTF-8 text: save it as UTF-8.`);
    throw new InvalidInputError(`${file} cannot be read: check the path and the permissions.`, { cause: error });
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidInputError(
      `${name} is not valid JSON (${error instanceof Error ? error.message : 'broken'}): correct it, or give plain text.`,
    );
  }
}

function readPlainText(text: string): LearnerProfile {
  const lines = text
    .split(/\r?\n|(?<=[.!?;])\s+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    statements: lines.map((line) => ({ text: line, trust: 'claimed' })),
    heldCredentials: [],
    languages: [],
    target: null,
  };
}
