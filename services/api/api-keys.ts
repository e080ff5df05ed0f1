/**
 * Keys of the API: made, hashed, recognised. A key is 32 random bytes, so one round of SHA-256 keeps it as well as a slow hash
 * would keep a password; the store never sees the key itself.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccessStore, ApiKey } from '../store/store.ts';
import type { Caller } from './caller.ts';

const PREFIX = 'skillgap_';

export interface NewKey {
  /** Shown once, to whoever made it. */
  key: string;
  id: string;
  keyHash: string;
}

export function newKey(): NewKey {
  const id = randomBytes(4).toString('hex');
  const key = `${PREFIX}${id}_${randomBytes(32).toString('base64url')}`;
  return { key, id, keyHash: hashKey(key) };
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

export interface KeyRing {
  /** Whether anybody has to show a key. */
  isLocked: () => Promise<boolean>;
  /** Null for a key that is unknown or revoked. */
  callerOf: (key: string) => Promise<Caller | null>;
}

/** How long a revoked key may still be taken, in milliseconds. */
const REREAD_AFTER_MS = 5000;

/** @param settingsKey the key of the settings, which is an operator's */
export function openKeyRing(
  access: Pick<AccessStore, 'activeKeys'>,
  settingsKey: string | undefined,
  now: () => number = Date.now,
): KeyRing {
  let read: { at: number; keys: Promise<(ApiKey & { keyHash: string })[]> } | undefined;
  const keys = () => {
    if (read === undefined || now() - read.at > REREAD_AFTER_MS) {
      const present = { at: now(), keys: access.activeKeys() };
      read = present;
      present.keys.catch(() => {
        if (read === present) read = undefined;
      });
    }
    return read.keys;
  };
  const settingsHash = settingsKey === undefined ? undefined : hashKey(settingsKey);

  return {
    isLocked: async () => settingsHash !== undefined || (await keys()).length > 0,
    async callerOf(key) {
      const hash = hashKey(key);
      const found = (await keys()).find(({ keyHash }) => isSame(keyHash, hash));
      if (found !== undefined) {
        const { id, role, organisation, label } = found;
        return { role, organisation, keyId: id, name: label ?? id, seesAll: false };
      }
      if (settingsHash === undefined || !isSame(settingsHash, hash)) return null;
      return { role: 'operator', organisation: null, keyId: null, name: 'operator', seesAll: false };
    },
  };
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
