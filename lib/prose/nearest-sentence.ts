import { sentencesOf } from '../answer/sentences.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { QuotedSpan } from './locate-quote.ts';
import type { ProseSource } from './prose-source.ts';

/**
 * The sentence of a passage that shares most content words with a claim, the first of equals: what a citation without a
 * quote points to.
 */
export function nearestSentence(claim: string, { passage, paragraphs }: ProseSource): QuotedSpan {
  const wanted = new Set(contentWords(claim).map(stem));
  let best: { span: QuotedSpan; shared: number } | null = null;
  for (const { anchor, start, end } of passage.spans) {
    const text = paragraphs.find(({ paragraph }) => paragraph.anchor === anchor)?.paragraph.text ?? '';
    for (const sentence of sentencesOf(text.slice(start, end))) {
      const span = { anchor, start: start + sentence.start, end: start + sentence.end };
      const words = text.slice(span.start, span.end);
      const shared = [...new Set(contentWords(words).map(stem))].filter((word) => wanted.has(word)).length;
      if (!best || shared > best.shared) best = { span: { ...span, text: words }, shared };
    }
  }
  if (!best) throw new RangeError(`Passage ${passage.episode}/${passage.position} has no words`);
  return best.span;
}
