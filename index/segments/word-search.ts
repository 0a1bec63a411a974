import { Bm25 } from '../text/bm25.ts';
import type { SegmentParts } from './segment-parts.ts';
import type { WordView } from './segment.ts';
import type { Hit } from '../vectors/top-hits.ts';

/** Searches the words of all segments as if they were one. */
export class WordSearch {
  private readonly scoring: Record<WordView, Bm25>;

  constructor(private readonly parts: SegmentParts) {
    this.scoring = { text: this.bm25('textLength'), context: this.bm25('contextLength') };
  }

  private bm25(column: 'textLength' | 'contextLength'): Bm25 {
    const lengths = new Uint32Array(this.parts.size);
    for (const { base, segment } of this.parts.list) lengths.set(segment.head.columns[column], base);
    return new Bm25(lengths, this.parts.dead);
  }

  /** The best `limit` passages by BM25, best first. */
  async search(
    view: WordView,
    stems: readonly string[],
    limit: number,
    allowed: Uint8Array | null,
  ): Promise<Hit[]> {
    const { list } = this.parts;
    const postings = await Promise.all(list.map(({ segment }) => segment.postings(view, stems)));
    const placed = stems.map((_, stem) =>
      list.flatMap(({ base }, part) => {
        const found = postings[part]?.[stem];
        return found ? [{ base, list: found }] : [];
      }),
    );
    return this.scoring[view].search(placed, limit, allowed);
  }
}
