import type { Transcript, TranscriptParagraph } from '../../lib/engine.ts';

/** Paragraphs that the browser lays out together: enough to fill a screen, few enough to skip the rest. */
const chunkLength = 20;

/** More paragraphs than a slow phone lays out within a second. An interview of an hour has about a hundred. */
const longLength = 1000;

/**
 * Whether a transcript is so long that its chunks are laid out one by one. What has not been laid out has an estimated
 * height, so that the page grows and shrinks under the reader: no price to pay where it saves nothing.
 */
export function isLong(body: Transcript['body']): boolean {
  return body.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) > longLength;
}

/** A paragraph and what follows it in its section. */
export interface Placed {
  paragraph: TranscriptParagraph;
  next: TranscriptParagraph | undefined;
}

/** Cuts a section into chunks, each of which a long transcript lays out only when it comes near the screen (`.chunk` in globals.css). */
export function inChunks(paragraphs: readonly TranscriptParagraph[]): Placed[][] {
  const placed = paragraphs.map((paragraph, at) => ({ paragraph, next: paragraphs[at + 1] }));
  const chunks: Placed[][] = [];
  for (let from = 0; from < placed.length; from += chunkLength)
    chunks.push(placed.slice(from, from + chunkLength));
  return chunks;
}
