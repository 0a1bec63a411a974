import { nearestWording } from './nearest-wording.ts';
import { isInsideWord, plainText, sourceSpan, type PlainText } from './plain-text.ts';

export interface FoundQuote {
  /** Position of the text among those searched. */
  text: number;
  /** UTF-16 offsets into that text. */
  start: number;
  end: number;
  /** 1 where it is the same letter by letter once typesetting is made plain. */
  similarity: number;
}

/** A phrase as it is looked for: plain, without punctuation at its edges. */
export function quotable(phrase: string): string {
  return plainText(phrase).plain.replace(/^[^\p{L}\p{N}$€£]+|[^\p{L}\p{M}\p{N}%]+$/gu, '');
}

/**
 * Where a quoted phrase stands in some texts: exactly, in the first text that holds it, else its nearest wording if at
 * least 90 % of it matches, else `null`. Edge punctuation of the phrase is not part of the comparison.
 */
export function findQuote(phrase: string, texts: readonly PlainText[]): FoundQuote | null {
  const needle = quotable(phrase);
  if (needle === '') return null;
  for (const [text, prepared] of texts.entries()) {
    const at = wholeWordIndex(prepared.plain, needle);
    if (at >= 0) return { text, ...sourceSpan(prepared, at, at + needle.length), similarity: 1 };
  }
  let best: FoundQuote | null = null;
  for (const [text, prepared] of texts.entries()) {
    const near = nearestWording(needle, prepared.plain);
    if (near && near.similarity > (best?.similarity ?? 0)) {
      best = { text, ...sourceSpan(prepared, near.start, near.end), similarity: near.similarity };
    }
  }
  return best;
}

/** The first place where the needle stands and does not begin or end inside a word; -1 if nowhere. */
function wholeWordIndex(haystack: string, needle: string): number {
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if (!isInsideWord(haystack, at) && !isInsideWord(haystack, at + needle.length)) return at;
  }
  return -1;
}
