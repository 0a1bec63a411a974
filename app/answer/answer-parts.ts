import type { Block, Citation, Mark } from '../../lib/protocol.ts';

/** A quote block with what it cites. */
export interface QuotedBlock {
  text: string;
  citations: Citation[];
}

/** What the page shows of an answer, top to bottom. */
export type AnswerPart =
  | { type: 'prose'; text: string; marks: Mark[]; citations: Citation[] }
  | { type: 'guest'; guest: string; lead: string | null; quotes: QuotedBlock[] }
  | { type: 'table'; rows: { guest: string; text: string; citations: Citation[] }[] };

function leads(block: Block, next: Block | undefined): block is Block & { guest: string } {
  return block.guest !== undefined && next?.type === 'quote' && next.guest === block.guest;
}

/** Groups blocks: quotes under their guest's lead-in, neighbouring rows in one table, other text as prose. */
export function answerParts(blocks: readonly Block[], citations: readonly Citation[]): AnswerPart[] {
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const cited = (block: Block): Citation[] => block.citations.flatMap((n) => byNumber.get(n) ?? []);
  const parts: AnswerPart[] = [];
  blocks.forEach((block, position) => {
    const last = parts.at(-1);
    const guest = block.guest ?? cited(block)[0]?.speaker ?? '';
    if (block.type === 'row') {
      const row = { guest, text: block.text, citations: cited(block) };
      if (last?.type === 'table') last.rows.push(row);
      else parts.push({ type: 'table', rows: [row] });
    } else if (block.type === 'quote') {
      const quote = { text: block.text, citations: cited(block) };
      if (last?.type === 'guest' && last.guest === guest) last.quotes.push(quote);
      else parts.push({ type: 'guest', guest, lead: null, quotes: [quote] });
    } else if (leads(block, blocks[position + 1])) {
      parts.push({ type: 'guest', guest, lead: block.text, quotes: [] });
    } else {
      parts.push({ type: 'prose', text: block.text, marks: block.marks ?? [], citations: cited(block) });
    }
  });
  return parts;
}
