/** Who asks: their role, and the organisation whose own rows they see beside the shared ones. */
export const ROLES = ['reader', 'provider', 'employer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface Caller {
  role: Role;
  /** Null: nobody's in particular. What such a caller writes is shared by all. */
  organisation: string | null;
}

/** Without keys only this machine can ask, and whoever sits at it owns everything. */
export const LOCAL_CALLER: Caller = { role: 'operator', organisation: null };
