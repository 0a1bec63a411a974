import type { Block, Mark } from '../../lib/protocol.ts';

/** A stretch of prose under one mark of its check, or under none: words, and numbers of citations among them. */
export interface ProsePiece {
  mark: Mark | null;
  parts: (string | number)[];
}

/** `[3]` in prose stands for citation 3. */
const citationToken = /\[(\d{1,3})\]/g;

/**
 * Cuts a text block where its marks begin and end. Where marks overlap the shortest counts: a quote within an
 * unsupported sentence keeps its own mark. Joined again, the words and the tokens are the block's text.
 */
export function prosePieces({ text, marks = [] }: Pick<Block, 'text' | 'marks'>): ProsePiece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const order = [...cuts].sort((a, b) => a - b);
  return order.slice(0, -1).map((start, position) => {
    const end = order[position + 1] ?? text.length;
    return { mark: shortestOver(marks, start, end), parts: withCitations(text.slice(start, end)) };
  });
}

function shortestOver(marks: readonly Mark[], start: number, end: number): Mark | null {
  const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
  return over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

function withCitations(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const { 0: token, 1: number, index } of text.matchAll(citationToken)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push(Number(number));
    from = index + token.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
