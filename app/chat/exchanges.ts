import type { ChatMessage } from './chat-message.ts';

/** The conversation as questions, each with its reply where one has come. */
export function exchanges(
  messages: readonly ChatMessage[],
): { question: ChatMessage; reply: ChatMessage | null }[] {
  return messages.flatMap((question, position) => {
    if (question.role !== 'user') return [];
    const next = messages[position + 1];
    return [{ question, reply: next?.role === 'assistant' ? next : null }];
  });
}
