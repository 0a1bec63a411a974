import { describe, expect, it } from 'vitest';
import { answerMarkdown } from '../../lib/answer-markdown.ts';
import { fakeAnswer } from '../fixtures/fake-answers.ts';
import { fakeShelf } from '../fixtures/fake-shelf.ts';

describe('an answer as Markdown', () => {
  it('quotes the source, numbers it, and lists each citation once', () => {
    const answer = fakeAnswer(fakeShelf(), 'pricing');
    const markdown = answerMarkdown(answer);
    for (const { n, quote, anchor, speaker } of answer.citations) {
      expect(markdown).toContain(`> ${quote} [${n}]`);
      expect(markdown).toMatch(new RegExp(`^${n}\\. ${speaker}, episode .*\`${anchor}\``, 'm'));
    }
  });

  it('names who did not speak in a comparison', () => {
    expect(answerMarkdown(fakeAnswer(fakeShelf(), 'compare'))).toContain('**Amandine Le Pape**:');
  });

  it('shows the markup of a transcript as it was typed', () => {
    const markdown = answerMarkdown(fakeAnswer(fakeShelf(), 'markup'));
    expect(markdown).toContain('\\<script\\>');
    expect(markdown).toContain('\\*\\*bold\\*\\*');
    expect(markdown).not.toMatch(/(?<!\\)<script/);
  });
});
