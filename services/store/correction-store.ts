/** What may be asked of the store about corrections: they are added and undone, never changed. */
import type { Correction, StoredCorrection } from '../domain/correction.ts';

/** What people said about links. Whether two corrections agree is looked at before they come here. */
export interface CorrectionStore {
  add(correction: Correction): Promise<StoredCorrection>;
  /** Those that hold, in the order they were made. */
  active(): Promise<StoredCorrection[]>;
  /** The undone ones too. */
  all(): Promise<StoredCorrection[]>;
  /** Changes nothing where there is no such correction or it was undone before. */
  undo(id: number, by: string | null, at: string): Promise<void>;
}
