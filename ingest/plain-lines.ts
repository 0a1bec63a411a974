import type { DraftLine } from './transcript-format.ts';

/** The lines of a text that hold more than white space, trimmed, with nothing known about them yet. */
export function plainLines(text: string): DraftLine[] {
  const lines: DraftLine[] = [];
  let blankBefore = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const span = trimmedSpan(text, start, end);
    if (span.start === span.end) blankBefore++;
    else {
      lines.push({ ...span, blankBefore, kind: 'unknown', label: null, time: null });
      blankBefore = 0;
    }
    start = end + 1;
  }
  return lines;
}

/** The span without white space (no-break spaces too) at either end; empty at `end` where there is only that. */
function trimmedSpan(text: string, start: number, end: number): { start: number; end: number } {
  const slice = text.slice(start, end);
  const trimmed = slice.trimStart();
  const from = start + slice.length - trimmed.length;
  return { start: from, end: from + trimmed.trimEnd().length };
}
