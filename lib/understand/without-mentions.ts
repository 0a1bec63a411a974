import type { Mention } from './directory.ts';

/** A question without the names in it. */
export function withoutMentions(question: string, mentions: readonly Mention[]): string {
  return mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), question);
}
