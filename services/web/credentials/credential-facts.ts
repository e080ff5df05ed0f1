/** What one asks first about a credential, as short words. What is not stated is said to be so. */
import type { CredentialReply } from '../../domain/reply.ts';
import { hours, money } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';

const words = texts.credentials;

export function credentialFacts(credential: CredentialReply): string[] {
  return [
    credential.provider ?? words.unknownProvider,
    credential.hours === null ? words.unknownHours : hours(credential.hours),
    credential.price === null ? words.unknownPrice : money(credential.price),
    ...(credential.level === null ? [] : [credential.level]),
    words.modes[credential.mode] ?? credential.mode,
    ...(credential.language === null ? [] : [credential.language]),
  ];
}
