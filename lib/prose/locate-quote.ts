import { findQuote } from './find-quote.ts';
import { plainText } from './plain-text.ts';
import type { ProseSource, SourceParagraph } from './prose-source.ts';
import type { Quote } from '../answer/quote.ts';
import { denies } from './evidence.ts';

/** A quote with its words. */
export interface QuotedSpan extends Quote {
  text: string;
}

/** Where the words of a quotation stand in the source. */
export interface LocatedQuote {
  /** In reading order; more than one where words are left out, or where it runs over a paragraph's end. */
  spans: QuotedSpan[];
  /** Whether it stands there letter by letter; else it is the nearest wording. */
  exact: boolean;
  /** Whether words are left out between the spans. */
  elided: boolean;
  speaker: string | null;
}

const ellipsis = /\s*(?:\[\s*(?:\.\s?){3}\]|\[\s*…\s*\]|(?:\.\s?){3,4}|…)\s*/u;
const fewestWordsOfPart = 3;
const denialBefore =
  /(?:\b(?:not|never|no|cannot|without)|n['\u2019]t)\s+(?:(?:really|even|just|a|an|the|been|be|necessarily)\s+)?(?:(?:think|believe|want|say|mean|see|need|feel|know|recommend|advise)\s+(?:(?:that|to)\s+)?)?$/iu;
/** More than this left out between two parts (UTF-16) makes them two quotes, not one. */
const longestElision = 1500;

/**
 * Where a quotation stands in a passage or the paragraphs beside it, `null` where it does not. Words may be left out at
 * an ellipsis, unless what is left out denies something, which would turn the meaning round; for the same reason a
 * quote does not begin right behind a "not" (`mayFollowDenial` lets it, where the sentence around it says as much).
 */
export function locateQuote(
  phrase: string,
  source: ProseSource,
  mayFollowDenial: boolean,
): LocatedQuote | null {
  const parts = phrase.split(ellipsis).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const located =
    parts.length > 1
      ? locateParts(parts, source)
      : (locatePart(phrase, source.paragraphs) ?? locateAcross(phrase, source));
  if (!located) return null;
  const [first] = located.spans;
  if (!mayFollowDenial && first && followsDenial(first, source)) return null;
  return located;
}

function locatePart(phrase: string, paragraphs: readonly SourceParagraph[]): LocatedQuote | null {
  const found = findQuote(
    phrase,
    paragraphs.map(({ plain }) => plain),
  );
  const host = found && paragraphs[found.text];
  if (!host) return null;
  const { paragraph, speaker } = host;
  // The stop at the end of a quote belongs to it where the source has the same.
  const stop = /[.,;:!?]$/.exec(phrase.trim())?.[0];
  const end = stop !== undefined && paragraph.text[found.end] === stop ? found.end + 1 : found.end;
  const span = {
    anchor: paragraph.anchor,
    start: found.start,
    end,
    text: paragraph.text.slice(found.start, end),
  };
  return { spans: [span], exact: found.similarity === 1, elided: false, speaker };
}

function locateParts(parts: readonly string[], { paragraphs, episode }: ProseSource): LocatedQuote | null {
  const located: LocatedQuote[] = [];
  for (const part of parts) {
    const found = part.split(/\s+/).length < fewestWordsOfPart ? null : locatePart(part, paragraphs);
    if (!found) return null;
    located.push(found);
  }
  const spans = located.flatMap((part) => part.spans);
  const offsets = spans.map(({ anchor, start, end }) => {
    const base = paragraphs.find(({ paragraph }) => paragraph.anchor === anchor)?.paragraph.start ?? 0;
    return { start: base + start, end: base + end };
  });
  for (const [at, { start }] of offsets.entries()) {
    const before = offsets[at - 1];
    if (!before) continue;
    if (start < before.end || start - before.end > longestElision) return null;
    if (denies(episode.text.slice(before.end, start))) return null;
  }
  const [speaker, ...others] = new Set(located.map((part) => part.speaker));
  if (speaker === undefined || others.length > 0) return null;
  return { spans, exact: located.every(({ exact }) => exact), elided: true, speaker };
}

/** A quote that runs over the end of a paragraph of the passage, letter by letter. */
function locateAcross(phrase: string, { passage, episode }: ProseSource): LocatedQuote | null {
  const found = findQuote(phrase, [plainText(passage.text)]);
  if (found?.similarity !== 1) return null;
  const [from, to] = [passage.start + found.start, passage.start + found.end];
  const anchors = new Set(passage.spans.map(({ anchor }) => anchor));
  const spans = episode.paragraphs
    .filter(({ anchor, start, end }) => anchors.has(anchor) && start < to && end > from)
    .map(({ anchor, start, end, text }) => {
      const span = { anchor, start: Math.max(from, start) - start, end: Math.min(to, end) - start };
      return { ...span, text: text.slice(span.start, span.end) };
    });
  return spans.length === 0 ? null : { spans, exact: true, elided: false, speaker: passage.speaker };
}

function followsDenial({ anchor, start }: QuotedSpan, { paragraphs }: ProseSource): boolean {
  const text = paragraphs.find(({ paragraph }) => paragraph.anchor === anchor)?.paragraph.text ?? '';
  return denialBefore.test(text.slice(0, start));
}
