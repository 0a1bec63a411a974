import { describe, expect, it } from 'vitest';
import { conversationMarkdown } from '../../../app/export/markdown.ts';
import { fakeAnswer } from '../../fixtures/fake-answers.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

const asked = (text: string) => ({
  question: { id: text, role: 'user' as const, parts: [{ type: 'text' as const, text }] },
  reply: { answer: fakeAnswer(fakeShelf(), text), final: true },
});

describe('conversationMarkdown', () => {
  it('has a heading for each question, the quotes, and sources that lead to the highlighted words', () => {
    const markdown = conversationMarkdown([asked('# pricing\n1. now?'), asked('weather')], 'http://host');
    expect(markdown).toContain('\n## \\# pricing 1. now?\n');
    expect(markdown).toContain('\n## weather\n');
    expect(markdown).toMatch(/^> I think no one gets it right/m);
    const answer = asked('pricing').reply.answer;
    for (const { anchor, start, end } of answer.citations) {
      const [episode = '', id = ''] = anchor.split('#');
      expect(markdown).toContain(`(http://host/episodes/${episode}?quote=${id}:${start}-${end}#${id})`);
    }
    expect(markdown).not.toContain('You could ask next');
  });

  it('says where a question has no answer', () => {
    expect(conversationMarkdown([{ ...asked('x'), reply: null }], '')).toContain('_Not answered._');
  });
});
