import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.object({
  /** Whose details it asks for; 0 where it has nothing to do with the shelf. */
  episode: z.number().int().nonnegative(),
  kind: z.enum(['detail', 'opinion', 'premise', 'product', 'person', 'keywords', 'off']),
  question: z.string().min(1),
});

/** A question that people would ask in good faith, and that nobody on the shelf answers. */
export type Unanswered = z.infer<typeof lineSchema>;

/** Reads such questions, one JSON object a line. Throws `ZodError` or `SyntaxError` where a line is another thing. */
export async function readUnanswered(file: string): Promise<Unanswered[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => lineSchema.parse(JSON.parse(line)));
}
