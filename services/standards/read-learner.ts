/** A learner's file in (JSON Resume, Open Badges or plain text), the profile out. Nothing of it is stored. */
import { readFileSync, statSync } from 'node:fs';
import { ZodError } from 'zod';
import type { LearnerProfile } from '../domain/profile.ts';
import { InvalidInputError } from '../errors.ts';
import { looksLikeJsonResume, readJsonResume } from './json-resume.ts';
import { looksLikeBadges, readBadges } from './open-badges.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** @throws InvalidInputError naming the file and what to do */
export function readLearnerFile(file: string): LearnerProfile {
  return readLearner(textOf(file), file);
}

/** @param name what to call the text in an error */
export function readLearner(text: string, name: string): LearnerProfile {
  if (text.trim() === '')
    throw new InvalidInputError(`${name} is empty: give a JSON Resume, badges or a few lines of text.`);
  const token = payloadOf(text.trim());
  if (token === undefined && !/^\s*[[{]/.test(text)) return readPlainText(text);
  const value = parse(token ?? text, name);
  const isBadges = looksLikeBadges(value);
  if (!isBadges && !looksLikeJsonResume(value)) {
    throw new InvalidInputError(
      `${name} is JSON but neither a JSON Resume nor a badge: a résumé needs parts such as work, skills or education (see jsonresume.org/schema), a badge its type.`,
    );
  }
  try {
    const profile = isBadges ? readBadges(value, name) : readJsonResume(value);
    if (profile.statements.length === 0) {
      throw new InvalidInputError(
        isBadges
          ? `${name} holds no achievement: give badges that say what was achieved.`
          : `${name} says nothing about skills: fill in work, skills or education.`,
      );
    }
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

/** What a signed credential says (VC-JWT: the credential itself, or under "vc"); undefined for any other text. */
function payloadOf(text: string): string | undefined {
  const payload = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*$/.exec(text)?.[1];
  if (payload === undefined) return undefined;
  const json = Buffer.from(payload, 'base64url').toString('utf8');
  try {
    const claims = JSON.parse(json) as { vc?: unknown };
    return claims.vc === undefined ? json : JSON.stringify(claims.vc);
  } catch {
    return json;
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
