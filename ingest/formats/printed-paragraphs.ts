import { speechStart } from '../speech-start.ts';

/** A line as it stands on a printed page. */
export interface PrintedLine {
  text: string;
  /** Height above the foot of the page, and of its letters, in points. */
  y: number;
  height: number;
}

interface PrintedParagraph {
  text: string;
  /** Whether it is a running title or a page number. */
  isRunning: boolean;
}

/** A line this many times further down than usual begins a paragraph. */
const gapOfParagraph = 1.3;

/**
 * Puts printed lines together to paragraphs: one begins after a gap, at a speaker's name, and on a new page if the one
 * before ended with its sentence. What stands at the head or foot of most pages is a running title.
 */
export function paragraphsOf(pages: readonly PrintedLine[][]): PrintedParagraph[] {
  const usual = usualGap(pages);
  const running = runningTitles(pages);
  const paragraphs: PrintedParagraph[] = [];
  let open: PrintedParagraph | null = null;
  pages.forEach((lines) => {
    lines.forEach((line, at) => {
      const isEdge = at === 0 || at === lines.length - 1;
      if (isEdge && running.has(withoutNumbers(line.text))) {
        paragraphs.push({ text: line.text, isRunning: true });
        return;
      }
      const before = lines[at - 1];
      const isFar = before !== undefined && Math.abs(before.y - line.y) > usual * gapOfParagraph;
      const isNewPage = before === undefined || running.has(withoutNumbers(before.text));
      const isDone = open !== null && /[.?!:]["”’)]?$/u.test(open.text);
      if (!open || opensSpeech(line.text) || (isNewPage ? isDone : isFar)) {
        open = { text: line.text, isRunning: false };
        paragraphs.push(open);
      } else open.text = joined(open.text, line.text);
    });
  });
  return paragraphs;
}

function opensSpeech(text: string): boolean {
  const { label, time } = speechStart(text, { start: 0, end: text.length });
  return label !== null || time !== null;
}

/** A word that is divided at the end of a line keeps its hyphen: it may be its own. */
function joined(before: string, after: string): string {
  return /\p{L}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;
}

/** The commonest distance between two lines of a page. */
function usualGap(pages: readonly PrintedLine[][]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    lines.forEach((line, at) => {
      const gap = Math.round(Math.abs((lines[at - 1]?.y ?? line.y) - line.y) * 2) / 2;
      if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    });
  }
  const [most] = [...counts].sort(([gapA, a], [gapB, b]) => b - a || gapA - gapB);
  return most?.[0] ?? Infinity;
}

function runningTitles(pages: readonly PrintedLine[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set(
      [lines[0], lines.at(-1)].flatMap((line) => (line ? [withoutNumbers(line.text)] : [])),
    );
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const enough = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text));
}

function withoutNumbers(text: string): string {
  return text.replace(/\d{1,5}/gu, '#');
}
