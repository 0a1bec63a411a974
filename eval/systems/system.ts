import type { Answer, Filters } from '../../lib/protocol.ts';
import type { Found } from '../outcome.ts';

/** What a system is asked. */
interface Asked {
  question: string;
  /** The user's earlier questions, oldest first. */
  context?: string[];
  filters?: Filters;
}

/** Something that finds passages for a question, best first, and perhaps answers it: one row of the table. */
export interface System<Passage extends Found = Found> {
  name: string;
  ask(asked: Asked): Promise<{ retrieved: Passage[]; answer?: Answer }>;
}
