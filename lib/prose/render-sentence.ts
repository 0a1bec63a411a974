import type { QuotedSpan } from './locate-quote.ts';
import { MarkedText } from './marked-text.ts';
import { nearestSentence } from './nearest-sentence.ts';
import type { ProseSource } from './prose-source.ts';
import type { CheckedQuotation, MarkerGroup } from './sentence-parts.ts';

export interface SentenceParts {
  groups: readonly MarkerGroup[];
  quoted: readonly CheckedQuotation[];
  /** Whether quotations found in the source are shown without quotation marks, for they are put into a wrong mouth. */
  hidesQuotes: boolean;
}

/**
 * Writes a sentence as it is shown: quotations in the source's own words, what was not found without its quotation
 * marks, and citations renumbered through `cite`. A citation points to the words quoted from its passage, or to the
 * passage's nearest sentence.
 */
export function renderSentence(
  sentence: string,
  { groups, quoted, hidesQuotes }: SentenceParts,
  cite: (span: QuotedSpan) => number,
): MarkedText {
  const written = new MarkedText();
  const isInside = (group: MarkerGroup): boolean =>
    quoted.some(({ start, end }) => group.start >= start && group.end <= end);
  const parts = [...quoted, ...groups.filter((group) => !isInside(group))].sort(
    (left, right) => left.start - right.start,
  );
  let at = 0;
  for (const part of parts) {
    written.append(withoutQuotationMarks(sentence.slice(at, part.start)));
    if ('phrase' in part) {
      writeQuotation(written, part, sentence.charAt(part.end), hidesQuotes, cite);
      const inside = groups.filter((group) => group.start >= part.start && group.end <= part.end);
      for (const group of inside) writeCitations(written, group, sentence, quoted, cite);
    } else {
      writeCitations(written, part, sentence, quoted, cite);
    }
    at = part.end;
  }
  written.append(withoutQuotationMarks(sentence.slice(at)));
  return written;
}

function writeQuotation(
  written: MarkedText,
  { phrase, located }: CheckedQuotation,
  next: string,
  hidesQuotes: boolean,
  cite: (span: QuotedSpan) => number,
): void {
  if (!located) {
    written.appendMarked(withoutQuotationMarks(phrase), { kind: 'not-found', original: `“${phrase}”` });
    return;
  }
  const { spans, exact, elided } = located.quote;
  if (!hidesQuotes) written.append('“');
  for (const [position, span] of spans.entries()) {
    if (position > 0) written.append(elided ? ' … ' : ' ');
    if (hidesQuotes) written.append(span.text);
    else if (exact) written.appendMarked(span.text, { kind: 'verified', citation: cite(span) });
    else written.appendMarked(span.text, { kind: 'repaired', citation: cite(span), original: phrase });
  }
  if (!hidesQuotes) written.append('”');
  const stop = /[.,;:]$/.exec(phrase)?.[0] ?? '';
  const isShown = stop !== '' && (spans.at(-1)?.text.endsWith(stop) ?? false);
  if (!isShown && !/[.,;:!?]/.test(next)) written.append(stop);
}

function writeCitations(
  written: MarkedText,
  { sources }: MarkerGroup,
  sentence: string,
  quoted: readonly CheckedQuotation[],
  cite: (span: QuotedSpan) => number,
): void {
  const numbers = sources.flatMap((source) => citedSpans(source, sentence, quoted).map(cite));
  if (numbers.length === 0) written.trimEnd();
  else if (!/[\s(]$/.test(written.text)) written.append(' ');
  for (const number of new Set(numbers)) written.append(`[${number}]`);
}

function citedSpans(
  source: ProseSource,
  sentence: string,
  quoted: readonly CheckedQuotation[],
): QuotedSpan[] {
  const own = quoted.flatMap(({ located }) => (located?.source === source ? located.quote.spans : []));
  return own.length > 0 ? own : [nearestSentence(sentence, source)];
}

/** What is not found must not look like a quote. */
function withoutQuotationMarks(text: string): string {
  return text.replace(/["\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '');
}
