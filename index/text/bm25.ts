import type { PostingList } from './postings.ts';
import { TopHits } from '../vectors/top-hits.ts';
import type { Hit } from '../vectors/top-hits.ts';

/** How soon a repeated word stops to count, and how much a passage's length tells against it: SQLite FTS5's values. */
export const saturation = 1.2;
export const lengthWeight = 0.75;

/** The postings of one stem in one segment, whose first passage has the number `base`. */
export interface PlacedPostings {
  base: number;
  list: PostingList;
}

/**
 * Okapi BM25 (Robertson and Zaragoza, 2009) over all passages of an index, with the formula and constants of SQLite's
 * FTS5. Passages that are dead count for nothing: an index scores as if it had been built without them.
 */
export class Bm25 {
  private readonly live: number;
  /** What a passage's length adds to the denominator. */
  private readonly norms: Float64Array;
  private readonly scores: Float64Array;

  /** `lengths`: words of each passage; `dead`: 1 for each passage that is not to be found, null where all are. */
  constructor(
    lengths: Uint32Array,
    private readonly dead: Uint8Array | null,
  ) {
    let words = 0;
    let live = 0;
    lengths.forEach((length, id) => {
      if (dead?.[id] === 1) return;
      words += length;
      live++;
    });
    const average = words / Math.max(live, 1) || 1;
    this.live = live;
    this.norms = Float64Array.from(
      lengths,
      (length) => saturation * (1 - lengthWeight + (lengthWeight * length) / average),
    );
    this.scores = new Float64Array(lengths.length);
  }

  /** The best `limit` passages that hold any of the stems; with `allowed`, only those whose entry is 1. */
  search(stems: readonly (readonly PlacedPostings[])[], limit: number, allowed: Uint8Array | null): Hit[] {
    const { norms, scores } = this;
    const touched: number[] = [];
    for (const postings of stems) {
      const idf = this.idf(postings);
      for (const { base, list } of postings) {
        const { passages, counts } = list;
        for (let i = 0; i < passages.length; i++) {
          const id = base + (passages[i] ?? 0);
          if (allowed !== null && allowed[id] !== 1) continue;
          const count = counts[i] ?? 0;
          const score = scores[id] ?? 0;
          if (score === 0) touched.push(id);
          scores[id] = score + (idf * (count * (saturation + 1))) / (count + (norms[id] ?? 0));
        }
      }
    }
    const top = new TopHits(limit);
    for (const id of touched) {
      const score = scores[id] ?? 0;
      scores[id] = 0;
      if (this.dead?.[id] !== 1 && score >= top.threshold) top.offer(id, score);
    }
    return top.hits;
  }

  private idf(postings: readonly PlacedPostings[]): number {
    let holding = 0;
    for (const { base, list } of postings) {
      holding += list.passages.length;
      if (this.dead) for (const passage of list.passages) holding -= this.dead[base + passage] ?? 0;
    }
    return inverseFrequency(this.live, holding);
  }
}

/** Inverse document frequency; a stem that most passages hold still counts a very little, as in FTS5. */
export function inverseFrequency(passages: number, holding: number): number {
  return Math.max(1e-6, Math.log((passages - holding + 0.5) / (holding + 0.5)));
}
