/** A sentence's place in its text: UTF-16 offsets, without the white space around it. */
export interface Span {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A full stop after one of these does not end a sentence. */
const abbreviation =
  /(?:^|[\s(“"])(?:mr|mrs|ms|dr|st|vs?|e\.g|i\.e|etc|inc|ltd|corp|co|no|jr|sr|prof|approx|[a-z])\.$/i;

/**
 * The sentences of a text, in order: Unicode's sentence boundaries (UAX #29), except after abbreviations, before a
 * small letter, and inside quotation marks that open and close in the text.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let open: Span | null = null;
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (start >= end) continue;
    if (open && goesOn(text, open, start)) open.end = end;
    else {
      open = { start, end };
      sentences.push(open);
    }
  }
  return sentences;
}

function goesOn(text: string, before: Span, next: number): boolean {
  const sentence = text.slice(before.start, before.end);
  if (abbreviation.test(sentence)) return true;
  if (/^[\p{Ll})\]”’,;–—-]/u.test(text.slice(next)) && !/\n/.test(text.slice(before.end, next))) return true;
  return isInsideQuotationMarks(sentence) && text.indexOf('”', next) >= 0;
}

function isInsideQuotationMarks(sentence: string): boolean {
  return sentence.lastIndexOf('“') > sentence.lastIndexOf('”');
}
