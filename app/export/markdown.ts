import { answerMarkdown, escapeMarkdown } from '../../lib/answer-markdown.ts';
import type { Answer } from '../../lib/protocol.ts';
import { textOf } from '../chat/chat-message.ts';
import type { Asked } from '../chat/exchanges.ts';
import { quoteHref } from '../citation/source-link.ts';

/** An answer as Markdown, each source a link to its highlighted words; `origin` makes the links absolute. */
export function linkedMarkdown(answer: Answer, origin: string): string {
  return answerMarkdown(answer, { linkOf: (citation) => origin + quoteHref(citation), suggestions: false });
}

/** A conversation as Markdown: each question a heading, each answer with its sources. */
export function conversationMarkdown(asked: readonly Asked[], origin: string): string {
  const chapters = asked.map(({ question, reply }) => {
    const answer = reply === null ? '_Not answered._\n' : linkedMarkdown(reply.answer, origin);
    return `## ${escapeMarkdown(textOf(question).replace(/\s+/g, ' '))}\n\n${answer}`;
  });
  return ['# Underdog Answers\n', ...chapters].join('\n');
}
