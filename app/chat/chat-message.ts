import type { UIMessage } from 'ai';
import type { Answer, AnswerEvent } from '../../lib/protocol.ts';

/** Where the engine is with the question under way. */
export type Progress = Extract<AnswerEvent, { type: 'status' }>['status'];

/** A message of the conversation: a user's is text; an assistant's is one `data-answer` part, replaced as it grows. */
export type ChatMessage = UIMessage<
  never,
  { answer: { answer: Answer; final: boolean }; status: { status: Progress } }
>;

/** The user's words in a message. */
export function textOf(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** The answer in a message as far as it has come; `null` before the first snapshot. */
export function answerOf(message: ChatMessage): { answer: Answer; final: boolean } | null {
  const part = message.parts.find((each) => each.type === 'data-answer');
  return part?.data ?? null;
}
