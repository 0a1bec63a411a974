import type { Citation } from '../../lib/protocol.ts';

/** A span of one paragraph of an episode, as a URL names it; UTF-16 offsets into the paragraph. */
export interface QuoteSpan {
  /** The paragraph's element id: its anchor after the `#`. */
  paragraph: string;
  start: number;
  end: number;
}

/** The element id in an anchor: `lead-gen-3` of `69#lead-gen-3`. */
export function paragraphId(anchor: string): string {
  return anchor.slice(anchor.indexOf('#') + 1);
}

/** Where a paragraph stands on its transcript page. */
export function anchorHref(anchor: string): string {
  return `/episodes/${anchor}`;
}

/**
 * Where a quote stands on its transcript page, with its exact words to be highlighted:
 * `/episodes/69?quote=lead-gen-3:120-260#lead-gen-3`.
 */
export function quoteHref({ anchor, start, end }: Pick<Citation, 'anchor' | 'start' | 'end'>): string {
  const episode = anchor.slice(0, anchor.indexOf('#'));
  const id = paragraphId(anchor);
  return `/episodes/${episode}?quote=${encodeURIComponent(id)}:${start}-${end}#${id}`;
}

/** The span that a transcript page's `quote` parameter names; `null` where it is absent or malformed. */
export function parseQuoteSpan(value: unknown): QuoteSpan | null {
  const parts = typeof value === 'string' ? /^(.+):(\d{1,9})-(\d{1,9})$/.exec(value) : null;
  if (parts === null) return null;
  const [, paragraph = '', start, end] = parts;
  return Number(start) < Number(end) ? { paragraph, start: Number(start), end: Number(end) } : null;
}
