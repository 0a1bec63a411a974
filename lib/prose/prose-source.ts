import type { Episode, Paragraph } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { plainText, type PlainText } from './plain-text.ts';
import type { Shelf } from '../shelf.ts';
import { evidenceOf, type Evidence } from './evidence.ts';

export interface SourceParagraph {
  paragraph: Paragraph;
  plain: PlainText;
  speaker: string | null;
}

/** A passage shown to a language model, with all that its prose is held against. */
export interface ProseSource {
  passage: Passage;
  episode: Episode;
  /** Where a quote of it may stand: its own paragraphs, then their neighbours, nearest first. */
  paragraphs: SourceParagraph[];
  evidence: Evidence;
}

/** How many paragraphs on each side of a passage count as its neighbours. */
const neighbours = 2;

/** Throws `RangeError` where the passage is not of this shelf. */
export function proseSource(passage: Passage, shelf: Pick<Shelf, 'at'>): ProseSource {
  const placed = passage.spans.map(({ anchor }) => {
    const found = shelf.at(anchor);
    if (!found) throw new RangeError(`No paragraph at ${anchor}`);
    return found;
  });
  const episode = placed[0]?.episode;
  if (!episode) throw new RangeError('A passage without a paragraph');
  const own = placed.map(({ paragraph }) => episode.paragraphs.indexOf(paragraph));
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const beside = Array.from({ length: neighbours }, (_, step) => [last + 1 + step, first - 1 - step]).flat();
  const paragraphs = [...new Set([...own, ...beside])].flatMap((at) => {
    const paragraph = episode.paragraphs[at];
    if (!paragraph) return [];
    return {
      paragraph,
      plain: plainText(paragraph.text),
      speaker: episode.turns[paragraph.turn]?.speaker ?? null,
    };
  });
  const evidence = evidenceOf(
    passage,
    paragraphs.map(({ paragraph }) => paragraph.text),
    episode,
  );
  return { passage, episode, paragraphs, evidence };
}
