import type { Shelf } from '../shelf.ts';

/** A span of one paragraph, UTF-16 offsets into its text. Its words are always read from the shelf. */
export interface Quote {
  anchor: string;
  start: number;
  end: number;
}

/** The words of a quote, sliced from the source. Throws `RangeError` where the span is not in the shelf. */
export function quoteText(quote: Quote, shelf: Pick<Shelf, 'at'>): string {
  const fault = spanFault(quote, shelf);
  if (fault !== null) throw new RangeError(`${fault}: ${quote.start}–${quote.end} at ${quote.anchor}`);
  return shelf.at(quote.anchor)?.paragraph.text.slice(quote.start, quote.end) ?? '';
}

/** Why a span is not in the shelf, or `null` where it is. */
export function spanFault({ anchor, start, end }: Quote, shelf: Pick<Shelf, 'at'>): string | null {
  const text = shelf.at(anchor)?.paragraph.text;
  if (text === undefined) return 'there is no such paragraph';
  const isSpan =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
  return isSpan ? null : 'there is no such span';
}
