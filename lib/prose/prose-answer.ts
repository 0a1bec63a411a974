import { citationOf } from '../answer/citation.ts';
import type { Answer, Block, Citation } from '../protocol.ts';
import type { Shelf } from '../shelf.ts';
import type { CheckedProse } from './prose-checker.ts';

/**
 * The answer as checked prose, with the answer in quotes beside it. Both cite from one list: the prose's citations by
 * first use, then those that the quotes alone use.
 */
export function proseAnswer(
  quotes: Answer,
  { blocks, citations, support }: CheckedProse,
  shelf: Pick<Shelf, 'at'>,
): Answer {
  const all = citations.map((span, index) => citationOf(span, index + 1, shelf));
  const renumbered = new Map<number, number>();
  for (const citation of quotes.citations) {
    let n = all.findIndex((other) => isSame(other, citation)) + 1;
    if (n === 0) n = all.push({ ...citation, n: all.length + 1 });
    renumbered.set(citation.n, n);
  }
  const quoteBlocks = quotes.blocks.map((block): Block => {
    return { ...block, citations: block.citations.flatMap((n) => renumbered.get(n) ?? []) };
  });
  return { ...quotes, mode: 'llm', blocks, quoteBlocks, support, citations: all };
}

function isSame(left: Citation, right: Citation): boolean {
  return left.anchor === right.anchor && left.start === right.start && left.end === right.end;
}
