/** A stretch in quotation marks. UTF-16 offsets: `start` and `end` with the marks, `from` and `to` without. */
export interface Quotation {
  start: number;
  end: number;
  from: number;
  to: number;
}

const doubleMark = /["\u201c\u201d\u201e\u201f\u00ab\u00bb]/g;
/** Single marks also stand for apostrophes, so only a phrase of several words counts. */
const singleQuotation =
  /(?<![\p{L}\p{N}\u2019'])['\u2018](?=\p{L}|\p{N})([^'\u2018"\n]*?(?:[\p{L}\p{N}]['\u2019]\p{L}[^'\u2018"\n]*?)*?)['\u2019](?![\p{L}\p{N}])/gu;
const fewestWordsInSingle = 3;

/**
 * The quotations in double marks, straight or typographic, and where an unclosed one opens. Marks are taken in turn,
 * whatever way they face, for models mix them up.
 */
export function doubleQuotations(text: string): { closed: Quotation[]; open: number | null } {
  const marks = Array.from(text.matchAll(doubleMark), ({ index }) => index);
  const closed: Quotation[] = [];
  for (let pair = 0; pair + 1 < marks.length; pair += 2) {
    const [start, last] = [marks[pair] ?? 0, marks[pair + 1] ?? 0];
    closed.push({ start, end: last + 1, from: start + 1, to: last });
  }
  return { closed, open: marks.length % 2 === 1 ? (marks.at(-1) ?? null) : null };
}

/** All quotations of a finished sentence, in order: in double marks, and phrases of several words in single ones. */
export function quotations(sentence: string): Quotation[] {
  const { closed } = doubleQuotations(sentence);
  const single = Array.from(sentence.matchAll(singleQuotation), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    from: match.index + 1,
    to: match.index + match[0].length - 1,
  })).filter(
    ({ start, end, from, to }) =>
      sentence.slice(from, to).trim().split(/\s+/).length >= fewestWordsInSingle &&
      !closed.some((other) => start < other.end && other.start < end),
  );
  return [...closed, ...single].sort((left, right) => left.start - right.start);
}
