/** Who asks: their role, and the organisation whose own rows they see beside the shared ones. */
export const ROLES = ['reader', 'provider', 'employer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface Caller {
  role: Role;
  /** Null: nobody's in particular. What such a caller writes is shared by all. */
  organisation: string | null;
  /** Id of the key; null where none was asked for, or it is the one of the settings. */
  keyId: string | null;
  /** How a correction names who made it. */
  name: string | null;
  /** Whoever sits at the machine that holds the data sees the rows of all organisations. */
  seesAll: boolean;
}

/** Without keys only this machine can ask. */
export const LOCAL_CALLER: Caller = { role: 'operator', organisation: null, keyId: null, name: null, seesAll: true };

/** The caller is known and may not do this: the API answers 403. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}
