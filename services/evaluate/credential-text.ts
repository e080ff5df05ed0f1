/** The words of a credential that a text ranking may read: what it is called, what it says it is, what it teaches. */
import type { Credential } from '../domain/credential.ts';

/** The parts a ranking reads. Codes, prices and providers are no text. */
export type CredentialWords = Pick<Credential, 'id' | 'title' | 'description' | 'learningOutcomes'>;

/** Title, description and learning outcomes, a line each. */
export function credentialText({ title, description, learningOutcomes }: CredentialWords): string {
  return [title, description ?? '', ...learningOutcomes.map(({ text }) => text)]
    .filter((line) => line !== '')
    .join('\n');
}
