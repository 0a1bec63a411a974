import type { Block, Citation } from '../protocol.ts';
import type { Shelf } from '../shelf.ts';
import { citationFault, citationOf } from './citation.ts';
import { spanFault, type Quote } from './quote.ts';

interface DraftBlock {
  type: Block['type'];
  guest?: string;
  text: string;
  quotes: readonly Quote[];
}

/** What a comparison says of a guest without evidence. */
export const silence = 'did not speak about this';

/** An answer being written: blocks in reading order, and what they quote. */
export class Draft {
  private readonly drafts: DraftBlock[] = [];

  constructor(private readonly shelf: Shelf) {}

  /** Our own words, with the quotes that back them. */
  say(text: string, { guest, quotes = [] }: { guest?: string; quotes?: readonly Quote[] } = {}): void {
    this.drafts.push({ type: 'text', guest, text, quotes });
  }

  /** The source's words, by this person. */
  quote(guest: string, quote: Quote): void {
    this.drafts.push({ type: 'quote', guest, text: '', quotes: [quote] });
  }

  /** One guest of a comparison; without quotes the row says that the guest did not speak about it. */
  row(guest: string, quotes: readonly Quote[]): void {
    this.drafts.push({ type: 'row', guest, text: quotes.length === 0 ? silence : '', quotes });
  }

  /**
   * Numbers the citations by first use and checks each against the shelf. A quote that is not what its paragraph
   * says, or that somebody else said, is handed to `onFault`; if that returns, the answer goes on without it.
   */
  finish(onFault: (error: Error) => void): { blocks: Block[]; citations: Citation[] } {
    const blocks: Block[] = [];
    const citations: Citation[] = [];
    for (const { type, guest, text, quotes } of this.drafts) {
      const cited = quotes
        .map((quote) => this.cite(quote, type === 'text' ? undefined : guest, citations, onFault))
        .filter((citation) => citation !== null);
      if (quotes.length > 0 && cited.length === 0 && type !== 'text') continue;
      blocks.push({ type, guest, text: text || written(type, cited), citations: cited.map(({ n }) => n) });
    }
    return { blocks, citations };
  }

  /** The quote's citation, numbered if it is new; `null` where it fails its check. */
  private cite(
    quote: Quote,
    speaker: string | undefined,
    citations: Citation[],
    onFault: (error: Error) => void,
  ): Citation | null {
    const spanned = spanFault(quote, this.shelf);
    const same = citations.find(
      ({ anchor, start, end }) => anchor === quote.anchor && start === quote.start && end === quote.end,
    );
    const citation = spanned === null ? (same ?? citationOf(quote, citations.length + 1, this.shelf)) : null;
    const fault = citation === null ? spanned : this.faultOf(citation, speaker);
    if (citation === null || fault !== null) {
      onFault(
        new Error(`The quote ${quote.anchor} ${quote.start}–${quote.end} was left out: ${fault ?? ''}`),
      );
      return null;
    }
    if (!same) citations.push(citation);
    return citation;
  }

  private faultOf(citation: Citation, shownAs: string | undefined): string | null {
    const misattributed = shownAs !== undefined && citation.speaker !== shownAs;
    return citationFault(citation, this.shelf) ?? (misattributed ? `it is shown as ${shownAs}'s` : null);
  }
}

function written(type: Block['type'], cited: readonly Citation[]): string {
  if (type === 'row') return cited.map(({ quote }) => `“${quote}”`).join(' ');
  return cited[0]?.quote ?? '';
}
