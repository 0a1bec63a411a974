import { z } from 'zod';
import { answerSchema, filtersSchema } from '../../lib/protocol.ts';
import type { ChatMessage } from '../chat/chat-message.ts';

const userSchema = z.object({
  id: z.string(),
  role: z.literal('user'),
  metadata: z.object({ filters: filtersSchema.optional() }).optional(),
  parts: z.array(z.object({ type: z.literal('text'), text: z.string() })),
});

const assistantSchema = z.object({
  id: z.string(),
  role: z.literal('assistant'),
  parts: z.array(
    z.object({
      type: z.literal('data-answer'),
      id: z.string().optional(),
      data: z.object({ answer: answerSchema, final: z.boolean() }),
    }),
  ),
});

/** A conversation as the browser keeps it. */
export const conversationSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  /** Milliseconds since 1970. */
  updated: z.number(),
  messages: z.array(z.discriminatedUnion('role', [userSchema, assistantSchema])),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** The messages of a chat in the shape that is kept; what is not part of it (an empty reply's parts) is left out. */
export function messagesToKeep(messages: readonly ChatMessage[]): Conversation['messages'] {
  return messages.flatMap((message) => {
    const parts = message.parts.filter(({ type }) => type === 'text' || type === 'data-answer');
    const kept = z.discriminatedUnion('role', [userSchema, assistantSchema]).safeParse({ ...message, parts });
    return kept.success ? [kept.data] : [];
  });
}
