import type { Episode } from './episode.ts';
import { assembleEpisode } from './assemble-episode.ts';
import { castOf } from './cast.ts';
import { episodeParts } from './episode-parts.ts';
import type { ReadLine } from './episode-parts.ts';
import { acceptLabels } from './labels.ts';
import { adoptTitle, classifyLines } from './line-kinds.ts';
import type { NamedByFile } from './file-name.ts';
import { showOf } from './show.ts';
import type { Draft, Span } from './transcript-format.ts';

/** A stretch of a draft's text and what the parser takes it for. */
export interface Block extends Span {
  kind: 'front-matter' | 'title' | 'heading' | 'label' | 'time' | 'paragraph';
}

/**
 * A draft, understood. The blocks stand in reading order, do not overlap, and hold every character that is no white
 * space, so that nothing of a source can be lost on the way.
 */
export interface ParsedDraft {
  blocks: Block[];
  episodes: Episode[];
}

/**
 * Finds out what each line of a draft is and who speaks, and makes episodes of it. Number and title are those of the
 * source; where it states none, those that its file's name gives.
 */
export function parseDraft(draft: Draft, file: string, named: NamedByFile): ParsedDraft {
  const parts = episodeParts(draft);
  acceptLabels(draft, parts);
  for (const part of parts) adoptTitle(draft, part, { isOnly: parts.length === 1 });
  const show = showOf(draft, parts);
  const episodes: Episode[] = [];
  parts.forEach((part, at) => {
    const uses = show.uses[at] ?? new Map();
    const cast = castOf(draft, part, uses, show);
    classifyLines(draft, part, cast, {
      isOpening: part.title === null && parts.length > 1 && uses.size === 0,
    });
    const episode = assembleEpisode(draft, part, cast, { file, named });
    if (episode) episodes.push(episode);
  });
  return { blocks: parts.flatMap(({ lines }) => lines.flatMap(blocksOf)), episodes };
}

function blocksOf({ kind, span, label, time, words }: ReadLine): Block[] {
  if (kind !== 'speech') return [{ kind: kind === 'unknown' ? 'front-matter' : kind, ...span }];
  const blocks: Block[] = [];
  if (label) blocks.push({ kind: 'label', start: label.start, end: label.end });
  // A time inside the label's brackets is part of the label.
  if (time?.span && !(label && time.span.start >= label.start && time.span.end <= label.end)) {
    blocks.push({ kind: 'time', ...time.span });
  }
  if (words < span.end) blocks.push({ kind: 'paragraph', start: words, end: span.end });
  return blocks.sort((a, b) => a.start - b.start);
}
