import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../app/chat/chat-message.ts';
import { exchanges } from '../../../app/chat/exchanges.ts';
import { conversationSchema, messagesToKeep } from '../../../app/history/conversation.ts';
import { fakeAnswer } from '../../fixtures/fake-answers.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

const answer = fakeAnswer(fakeShelf(), 'pricing');
const question: ChatMessage = {
  id: 'q1',
  role: 'user',
  metadata: { filters: { episodes: [69] } },
  parts: [{ type: 'text', text: 'How about pricing?' }],
};
const reply: ChatMessage = {
  id: 'a1',
  role: 'assistant',
  parts: [{ type: 'data-answer', id: 'answer', data: { answer, final: true } }],
};

describe('a kept conversation', () => {
  it('comes back from storage as it was', () => {
    const kept = {
      id: 'c',
      title: 'Pricing',
      updated: 1,
      messages: messagesToKeep([question, reply, { ...question, id: 'q2', metadata: undefined }]),
    };
    const stored: unknown = structuredClone(kept);
    expect(conversationSchema.parse(stored)).toEqual(kept);
    expect(exchanges(conversationSchema.parse(stored).messages)).toEqual([
      { question, reply: { answer, final: true } },
      { question: { ...question, id: 'q2', metadata: undefined }, reply: null },
    ]);
  });

  it('leaves out what it has no shape for', () => {
    const step: ChatMessage = { ...reply, parts: [{ type: 'step-start' }, ...reply.parts] };
    const system: ChatMessage = { id: 's', role: 'system', parts: [{ type: 'text', text: 'x' }] };
    expect(messagesToKeep([system, step])).toEqual([reply]);
  });
});
