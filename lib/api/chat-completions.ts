import { z } from 'zod';
import { answerMarkdown } from '../answer-markdown.ts';
import { askRequestSchema, citationSchema } from '../protocol.ts';
import type { Answer, AskRequest } from '../protocol.ts';

/**
 * The protocol of OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat), so that chat clients
 * can talk to the shelf. What of a request does not concern a shelf (temperature, tools, …) is accepted and ignored.
 */

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const contentSchema = z.union([
  z.string(),
  z.array(z.union([textPart, z.object({ type: z.string() }).loose()])),
]);

export const chatRequestSchema = z
  .object({
    model: z.string().max(200).default('underdog-answers'),
    messages: z
      .array(
        z
          .object({
            role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
            content: contentSchema.nullish(),
          })
          .loose(),
      )
      .min(1, 'There are no messages: send at least one of role "user".')
      .max(200),
    stream: z.boolean().nullish(),
  })
  .loose();
export type ChatRequest = z.infer<typeof chatRequestSchema>;

const messageFields = { content: z.string(), citations: z.array(citationSchema) };
const envelope = { id: z.string(), created: z.number().int(), model: z.string() };

export const chatCompletionSchema = z.object({
  ...envelope,
  object: z.literal('chat.completion'),
  choices: z.array(
    z.object({
      index: z.literal(0),
      message: z.object({ role: z.literal('assistant'), ...messageFields }),
      finish_reason: z.literal('stop'),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number(), total_tokens: z.number() }),
  citations: z.array(citationSchema),
});
export type ChatCompletion = z.infer<typeof chatCompletionSchema>;

/** One piece of a streamed completion; the last carries the citations. */
export interface ChatCompletionChunk {
  id: string;
  object: 'chat.completion.chunk';
  created: number;
  model: string;
  choices: [{ index: 0; delta: { role?: 'assistant'; content?: string }; finish_reason: 'stop' | null }];
  citations?: Answer['citations'];
}

/**
 * The last user message as a question, the user's earlier ones as its context.
 * Throws `ZodError` where there is none, or it is empty or too long.
 */
export function askRequestOf({ messages }: ChatRequest): AskRequest {
  const questions = messages.filter(({ role }) => role === 'user').map(({ content }) => textOf(content));
  const question = questions.pop() ?? '';
  return askRequestSchema.parse({ question, context: questions.slice(-50) });
}

/** Tokens are not counted: no model of OpenAI's has read or written this. */
export function chatCompletionOf(
  answer: Answer,
  { model, created }: { model: string; created: number },
): ChatCompletion {
  const message = {
    role: 'assistant' as const,
    content: answerMarkdown(answer),
    citations: answer.citations,
  };
  return {
    id: `chatcmpl-${answer.id}`,
    object: 'chat.completion',
    created,
    model,
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    citations: answer.citations,
  };
}

/**
 * A finished answer as the chunks of a stream: its paragraphs one by one. Snapshots are not passed on as they come,
 * since a later one may withdraw what an earlier one said and this protocol can only append.
 */
export function* chatChunksOf(
  answer: Answer,
  { model, created }: { model: string; created: number },
): Generator<ChatCompletionChunk> {
  const base = { id: `chatcmpl-${answer.id}`, object: 'chat.completion.chunk' as const, created, model };
  yield { ...base, choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] };
  for (const content of answerMarkdown(answer).split(/(?<=\n\n)/)) {
    yield { ...base, choices: [{ index: 0, delta: { content }, finish_reason: null }] };
  }
  yield {
    ...base,
    choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
    citations: answer.citations,
  };
}

function textOf(content: ChatRequest['messages'][number]['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => textPart.safeParse(part).data?.text ?? '').join('');
}
