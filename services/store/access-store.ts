/** What may be asked of the store about who may ask, and about what they wrote. */

export interface ApiKey {
  id: string;
  role: 'reader' | 'provider' | 'employer' | 'operator';
  /** Null: sees and writes what is shared. */
  organisation: string | null;
  /** What it is for, in the words of whoever made it. */
  label: string | null;
  createdAt: string;
  revokedAt: string | null;
}

export interface AuditEntry {
  at: string;
  keyId: string | null;
  role: string;
  organisation: string | null;
  /** `post /v1/corrections`. */
  action: string;
  /** The id of what was written, where it has one. */
  subject: string | null;
  requestId: string | null;
}

export interface AccessStore {
  /** @param keyHash sha-256 of the key, hex */
  addKey(key: Omit<ApiKey, 'revokedAt'>, keyHash: string): Promise<void>;
  /** By the time they were made; revoked ones too. */
  keys(): Promise<ApiKey[]>;
  /** Keys that hold, with their hashes. */
  activeKeys(): Promise<(ApiKey & { keyHash: string })[]>;
  /** False where there is no such key or it was revoked before. */
  revokeKey(id: string, at: string): Promise<boolean>;
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  auditEntries(limit: number): Promise<AuditEntry[]>;
}
