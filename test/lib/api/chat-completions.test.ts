import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { answerMarkdown } from '../../../lib/answer-markdown.ts';
import {
  askRequestOf,
  chatChunksOf,
  chatCompletionOf,
  chatCompletionSchema,
  chatRequestSchema,
} from '../../../lib/api/chat-completions.ts';
import { fakeAnswer } from '../../fixtures/fake-answers.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

const answer = fakeAnswer(fakeShelf(), 'pricing');
const frame = { model: 'shelf', created: 1_700_000_000 };

function ask(messages: unknown[]) {
  return askRequestOf(chatRequestSchema.parse({ model: 'any', messages, temperature: 1 }));
}

describe('the OpenAI protocol', () => {
  it('asks the last user message, with the earlier ones as context', () => {
    const asked = ask([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Who is Kevin?' },
      { role: 'assistant', content: 'A founder.', tool_calls: [] },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'And his ' },
          { type: 'image_url' },
          { type: 'text', text: 'price?' },
        ],
      },
    ]);
    expect(asked).toEqual({ question: 'And his price?', context: ['Who is Kevin?'] });
  });

  it.each([
    [[{ role: 'system', content: 'x' }]],
    [[{ role: 'user', content: null }]],
    [[]],
    [[{ role: 'king', content: 'x' }]],
  ])('refuses %j', (messages) => {
    expect(() => ask(messages)).toThrow(ZodError);
  });

  it('gives a completion with the quotes in the text and the citations beside it', () => {
    const completion = chatCompletionSchema.parse(chatCompletionOf(answer, frame));
    expect(completion.choices[0]?.message.content).toBe(answerMarkdown(answer));
    expect(completion.citations).toEqual(answer.citations);
  });

  it('streams the same text in pieces, and ends with the citations', () => {
    const chunks = [...chatChunksOf(answer, frame)];
    expect(chunks.map(({ choices }) => choices[0].delta.content ?? '').join('')).toBe(answerMarkdown(answer));
    expect(chunks.length).toBeGreaterThan(4);
    expect(chunks.at(-1)).toMatchObject({
      choices: [{ finish_reason: 'stop' }],
      citations: answer.citations,
    });
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  });
});
