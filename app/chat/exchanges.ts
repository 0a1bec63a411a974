import type { ChatMessage, Reply } from './chat-message.ts';
import { answerOf } from './chat-message.ts';

/** A question and what has come of it. */
export interface Asked {
  question: ChatMessage;
  reply: Reply | null;
}

/** The conversation as questions, each with its reply where one has come. */
export function exchanges(messages: readonly ChatMessage[]): Asked[] {
  return messages.flatMap((question, position) => {
    if (question.role !== 'user') return [];
    const next = messages[position + 1];
    return [{ question, reply: next?.role === 'assistant' ? answerOf(next) : null }];
  });
}
