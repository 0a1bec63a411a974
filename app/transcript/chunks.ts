import type { TranscriptParagraph } from '../../lib/engine.ts';

/** Paragraphs that the browser lays out together: enough to fill a screen, few enough to skip the rest. */
const chunkLength = 20;

/** A paragraph and what follows it in its section. */
export interface Placed {
  paragraph: TranscriptParagraph;
  next: TranscriptParagraph | undefined;
}

/** Cuts a section into chunks, each of which is laid out only when it comes near the screen (`.chunk` in globals.css). */
export function inChunks(paragraphs: readonly TranscriptParagraph[]): Placed[][] {
  const placed = paragraphs.map((paragraph, at) => ({ paragraph, next: paragraphs[at + 1] }));
  const chunks: Placed[][] = [];
  for (let from = 0; from < placed.length; from += chunkLength)
    chunks.push(placed.slice(from, from + chunkLength));
  return chunks;
}
