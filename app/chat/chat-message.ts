import type { UIMessage } from 'ai';
import type { Answer, AnswerEvent, Filters } from '../../lib/protocol.ts';

/** Where the engine is with the question under way. */
export type Progress = Extract<AnswerEvent, { type: 'status' }>['status'];

/** An answer as far as it has come. */
export interface Reply {
  answer: Answer;
  final: boolean;
}

/**
 * A message of the conversation: a user's is text, with the filters that it was asked with; an assistant's is one
 * `data-answer` part, replaced as it grows.
 */
export type ChatMessage = UIMessage<{ filters?: Filters }, { answer: Reply; status: { status: Progress } }>;

/** The user's words in a message. */
export function textOf(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** The answer in a message; `null` before the first snapshot. */
export function answerOf(message: ChatMessage): Reply | null {
  const part = message.parts.find((each) => each.type === 'data-answer');
  return part?.data ?? null;
}
