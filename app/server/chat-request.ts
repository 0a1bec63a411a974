import { z } from 'zod';
import { askRequestSchema, filtersSchema } from '../../lib/protocol.ts';
import type { AskRequest } from '../../lib/protocol.ts';

const chatBodySchema = z
  .object({
    messages: z.array(
      z
        .object({
          role: z.enum(['system', 'user', 'assistant']),
          parts: z.array(z.object({ type: z.string(), text: z.string().optional() }).loose()),
        })
        .loose(),
    ),
    filters: filtersSchema.optional(),
  })
  .loose();

/**
 * The question in a `useChat` body: the last user message asks, the user's earlier ones are its context.
 * @throws ZodError where the body is of another shape, or the question is empty or too long
 */
export function askRequestOf(body: unknown): AskRequest {
  const { messages, filters } = chatBodySchema.parse(body);
  const questions = messages
    .filter(({ role }) => role === 'user')
    .map(({ parts }) => parts.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join(''));
  const question = questions.pop() ?? '';
  return askRequestSchema.parse({ question, context: questions.slice(-50), filters });
}
