import type { Answer } from '../../lib/protocol.ts';
import type { Found } from '../outcome.ts';
import type { Question } from '../questions.ts';

/** Something that finds passages for a question, best first, and perhaps answers it: one row of the table. */
export interface System {
  name: string;
  ask(question: Pick<Question, 'question' | 'context'>): Promise<{ retrieved: Found[]; answer?: Answer }>;
}
