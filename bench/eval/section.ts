/** What a section of the evaluation is, and what it is given to measure with. */
import type { System } from '../../services/compose.ts';
import type { RandomFor } from '../../services/evaluate/summarise-queries.ts';
import type { Measured } from './section-result.ts';

export interface EvalContext {
  system: System;
  /** Folder of the labelled sets. */
  datasets: string;
  /** Folder for the sets in our format: third-party text, so never inside the repository. */
  goldFolder: string;
  seed: string;
  randomFor: RandomFor;
  /** How many queries of a set to use, at most `limit` or what --sample says, evenly spread. */
  take: <One>(all: readonly One[], limit?: number) => readonly One[];
  /** Says what is being measured now. */
  progress: (what: string) => void;
}

export interface Section {
  /** Of the file and of --only. */
  name: string;
  title: string;
  /** What is measured and how to read it. Markdown. */
  introduction: string;
  measure: (context: EvalContext) => Promise<Measured>;
}
