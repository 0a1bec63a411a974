import { z } from 'zod';
import { readJsonLines } from '../questions.ts';

const unansweredSchema = z.object({
  /** Whose details it asks for; 0 where it has nothing to do with the shelf. */
  episode: z.number().int().nonnegative(),
  kind: z.enum(['detail', 'opinion', 'premise', 'product', 'person', 'keywords', 'off']),
  question: z.string().min(1),
});

/** A question that people would ask in good faith, and that nobody on the shelf answers. */
export type Unanswered = z.infer<typeof unansweredSchema>;

/** Reads a file of such questions. Throws `UserError` naming the file and line that does not fit. */
export async function readUnanswered(file: string): Promise<Unanswered[]> {
  return readJsonLines(file, unansweredSchema, 'a question without an answer');
}
