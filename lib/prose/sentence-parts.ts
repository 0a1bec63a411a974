import { citationMarkers } from './citation-markers.ts';
import { locateQuote, type LocatedQuote } from './locate-quote.ts';
import type { ProseSource } from './prose-source.ts';
import { quotations, type Quotation } from './quotations.ts';
import { denies } from './evidence.ts';

/** Citations that follow one another (`[1][2]`), UTF-16 offsets in the sentence. */
export interface MarkerGroup {
  start: number;
  end: number;
  sources: ProseSource[];
  /** Numbers that name no passage. */
  dropped: number[];
}

/** A quotation of a sentence: its words, without citations that were put inside, and where they stand. */
export interface CheckedQuotation extends Quotation {
  phrase: string;
  located: { source: ProseSource; quote: LocatedQuote } | null;
}

/** The citations of a sentence, those side by side together. Source `n` is at position `n - 1`. */
export function markerGroups(sentence: string, sources: readonly ProseSource[]): MarkerGroup[] {
  const groups: MarkerGroup[] = [];
  for (const { start, end, numbers } of citationMarkers(sentence)) {
    const last = groups.at(-1);
    const joins = last !== undefined && /^[\s,;]*$/.test(sentence.slice(last.end, start));
    const group = joins ? last : { start, end, sources: [], dropped: [] };
    if (!joins) groups.push(group);
    group.end = end;
    for (const number of numbers) {
      const source = sources[number - 1];
      if (!source) group.dropped.push(number);
      else if (!group.sources.includes(source)) group.sources.push(source);
    }
  }
  return groups;
}

/** Finds each quotation of a sentence in what is cited: first where it is cited itself, then where the sentence is. */
export function checkedQuotations(sentence: string, groups: readonly MarkerGroup[]): CheckedQuotation[] {
  const cited = groups.flatMap(({ sources }) => sources);
  return quotations(sentence).map((quotation) => {
    const { start, from, to } = quotation;
    const own = groups.find((group) => group.start >= start)?.sources ?? [];
    const phrase = without(
      sentence,
      from,
      to,
      groups.filter((group) => group.start >= from && group.end <= to),
    );
    const mayFollowDenial = denies(sentence.slice(0, start));
    for (const source of new Set([...own, ...cited])) {
      const quote = locateQuote(phrase, source, mayFollowDenial);
      if (quote) return { ...quotation, phrase, located: { source, quote } };
    }
    return { ...quotation, phrase, located: null };
  });
}

/** The sentence with these stretches blanked out, so that all offsets hold. */
export function blanked(sentence: string, stretches: readonly { start: number; end: number }[]): string {
  let text = sentence;
  for (const { start, end } of stretches) {
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

function without(sentence: string, from: number, to: number, groups: readonly MarkerGroup[]): string {
  return blanked(sentence, groups).slice(from, to).replace(/\s+/g, ' ').trim();
}
