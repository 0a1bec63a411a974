import type { Filters } from '../../lib/protocol.ts';
import type { Corpus } from '../workbench.ts';

/** A question of somebody else's test. */
export interface SuiteQuestion {
  text: string;
  /** Kind of question, for a row of its own. */
  kind: string;
  filters?: Filters;
  /** Positions, among the corpus's passages, of those that answer. */
  gold: ReadonlySet<number>;
}

/** Questions asked of one corpus. */
interface Trial {
  corpus: Corpus;
  questions: SuiteQuestion[];
}

/** Somebody else's test, read from a folder. Trials are made one at a time, because corpora are large. */
export interface Suite {
  name: string;
  trials(folder: string): AsyncGenerator<Trial>;
}
