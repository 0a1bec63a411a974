import { UserError } from '../../ingest/user-error.ts';
import type { Engine, TranscriptParagraph } from '../engine.ts';

/** A paragraph with those around it, in reading order across sections. */
export interface ParagraphInContext extends Record<string, unknown> {
  episode: number;
  episodeTitle: string;
  section: string;
  paragraph: TranscriptParagraph;
  before: TranscriptParagraph[];
  after: TranscriptParagraph[];
}

/**
 * Reads the paragraph at an anchor (`69#lead-gen-3`) and `around` paragraphs before and after it.
 * Throws `UserError` ('not-found') where the shelf has none there.
 */
export async function paragraphAt(
  engine: Engine,
  anchor: string,
  around: number,
): Promise<ParagraphInContext> {
  const [number = ''] = anchor.split('#', 1);
  const transcript = /^\d{1,9}$/.test(number) ? await engine.transcript(Number(number)) : null;
  const placed = transcript?.body.flatMap(({ title, paragraphs }) =>
    paragraphs.map((paragraph) => ({ section: title, paragraph })),
  );
  const at = placed?.findIndex(({ paragraph }) => paragraph.anchor === anchor) ?? -1;
  const found = placed?.[at];
  if (!transcript || !placed || !found) {
    throw new UserError(
      'not-found',
      `There is no paragraph ${anchor} on this shelf. Anchors look like 69#lead-gen-3 and come with every quote.`,
    );
  }
  const paragraphs = placed.map(({ paragraph }) => paragraph);
  return {
    episode: transcript.number,
    episodeTitle: transcript.title,
    section: found.section,
    paragraph: found.paragraph,
    before: paragraphs.slice(Math.max(0, at - around), at),
    after: paragraphs.slice(at + 1, at + 1 + around),
  };
}
