import type { Retrieval } from '../retrieve/retrieve.ts';
import type { Shelf } from '../shelf.ts';

/** What an answer is written from. */
export interface Findings {
  shelf: Shelf;
  retrieval: Retrieval;
  /** The same question asked of one guest alone, within the asker's own filters. */
  askOf: (guest: string) => Promise<Retrieval>;
}
