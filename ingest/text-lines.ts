/** One line of a text that is not empty, without the white space around it. */
export interface TextLine {
  text: string;
  /** UTF-16 offsets in the whole text. */
  start: number;
  end: number;
  /** Empty lines before and after it. */
  gapBefore: number;
  gapAfter: number;
}

/** The lines of a text that hold more than white space, in order. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let empty = 0;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    const trimmed = line.trim();
    if (trimmed === '') {
      if (match[0] !== '') empty++;
      continue;
    }
    const previous = lines.at(-1);
    if (previous) previous.gapAfter = empty;
    const start = match.index + line.indexOf(trimmed);
    lines.push({ text: trimmed, start, end: start + trimmed.length, gapBefore: empty, gapAfter: 0 });
    empty = 0;
  }
  const last = lines.at(-1);
  if (last) last.gapAfter = Math.max(1, empty);
  return lines;
}
