import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  type: z.string(),
  answerable: z.boolean(),
  /** Passages that answer: alternatives for most types, one or more a guest for `compare` and `multi`. */
  gold: z.array(z.object({ episode: z.number().int(), speaker: z.string(), quote: z.string() })),
  /** The user's earlier questions, oldest first. */
  context: z.array(z.string()).optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** Reads a question file: one JSON object a line. Throws `UserError` naming the file and line that does not fit. */
export async function readQuestions(file: string): Promise<Question[]> {
  return readJsonLines(file, questionSchema, 'an evaluation question');
}

/** Reads a file of one JSON object a line; `what` names in errors what each should be. */
export async function readJsonLines<T>(file: string, shape: z.ZodType<T>, what: string): Promise<T[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError('bad-request', `Cannot read ${file}: check the path.`, { cause });
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [shape.parse(JSON.parse(line))];
    } catch (cause) {
      const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new UserError('bad-request', `${file}, line ${index + 1} is not ${what}: ${reason}`, { cause });
    }
  });
}
