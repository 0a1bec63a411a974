import type { StemsHeld } from '../passage-index.ts';
import type { SegmentParts } from './segment-parts.ts';

/** Counts, for each live episode, how many of these stems the text of its passages holds. */
export async function stemsHeld({ list }: SegmentParts, stems: readonly string[]): Promise<StemsHeld> {
  const episodes = new Map<number, number>();
  for (const { segment, dead, passages } of list) {
    const entries = segment.head.episodes.filter(({ outline }) => !dead.has(outline.number));
    const episodeOf = new Uint32Array(passages);
    entries.forEach(({ firstPassage, passages: count }, position) => {
      episodeOf.fill(position + 1, firstPassage, firstPassage + count);
    });
    for (const postings of await segment.postings('text', stems)) {
      const seen = new Uint8Array(entries.length + 1);
      for (const passage of postings?.passages ?? []) seen[episodeOf[passage] ?? 0] = 1;
      entries.forEach(({ outline: { number } }, position) => {
        if (seen[position + 1] === 1) episodes.set(number, (episodes.get(number) ?? 0) + 1);
      });
    }
  }
  return { stems: stems.length, episodes };
}
