import type { PostingList } from './postings.ts';
import { TopHits } from '../vectors/top-hits.ts';
import type { Hit } from '../vectors/top-hits.ts';

/** How soon a repeated word stops to count, and how much a passage's length tells against it: SQLite FTS5's values. */
export const saturation = 1.2;
export const lengthWeight = 0.75;

/** A stem that fewer passages hold than so many times those wanted is sooner counted than thought about. */
const worthClosing = 20;

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
    for (let id = 0; id < lengths.length; id++) {
      if (dead?.[id] === 1) continue;
      words += lengths[id] ?? 0;
      live++;
    }
    const average = words / Math.max(live, 1) || 1;
    this.live = live;
    this.norms = new Float64Array(lengths.length);
    for (let id = 0; id < lengths.length; id++) {
      this.norms[id] = saturation * (1 - lengthWeight + (lengthWeight * (lengths[id] ?? 0)) / average);
    }
    this.scores = new Float64Array(lengths.length);
  }

  /**
   * The best `limit` passages that hold any of the stems; with `allowed`, only those whose entry is 1. The rarest stem
   * counts first; once the others together cannot bring a passage among the best, they are only looked up for those that
   * are found already (MaxScore: Turtle and Flood 1995).
   */
  search(stems: readonly (readonly PlacedPostings[])[], limit: number, allowed: Uint8Array | null): Hit[] {
    const { scores } = this;
    const weighed = stems
      .map((postings) => ({ postings, idf: this.idf(postings), holding: holding(postings) }))
      .sort((a, b) => b.idf - a.idf);
    let rest = weighed.reduce((sum, { idf }) => sum + idf * (saturation + 1), 0);
    let touched: number[] = [];
    let isClosed = false;
    for (const { postings, idf, holding: many } of weighed) {
      // Looking is worth its time only where much is saved by it.
      if (!isClosed && many > worthClosing * limit && touched.length >= limit) {
        isClosed = rest < this.best(touched, limit).threshold;
        if (isClosed) touched = touched.sort((a, b) => a - b);
      }
      rest -= idf * (saturation + 1);
      if (isClosed) this.addToFound(postings, idf, touched);
      else this.addToAll(postings, idf, touched, allowed);
    }
    const { hits } = this.best(touched, limit);
    for (const id of touched) scores[id] = 0;
    return hits;
  }

  private best(touched: readonly number[], limit: number): TopHits {
    const top = new TopHits(limit);
    for (const id of touched) {
      const score = this.scores[id] ?? 0;
      if (this.dead?.[id] !== 1 && score >= top.threshold) top.offer(id, score);
    }
    return top;
  }

  private addToAll(
    postings: readonly PlacedPostings[],
    idf: number,
    touched: number[],
    allowed: Uint8Array | null,
  ): void {
    const { norms, scores } = this;
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

  /** The same of those that are found already, in ascending order. */
  private addToFound(postings: readonly PlacedPostings[], idf: number, touched: readonly number[]): void {
    const { norms, scores } = this;
    let from = 0;
    for (const { base, list } of postings) {
      const { passages, counts } = list;
      let i = 0;
      while (from < touched.length && (touched[from] ?? 0) < base) from++;
      for (let at = from; at < touched.length; at++) {
        const id = touched[at] ?? 0;
        i = atLeast(passages, id - base, i);
        if (i === passages.length) break;
        if (passages[i] !== id - base) continue;
        const count = counts[i] ?? 0;
        scores[id] = (scores[id] ?? 0) + (idf * (count * (saturation + 1))) / (count + (norms[id] ?? 0));
      }
    }
  }

  private idf(postings: readonly PlacedPostings[]): number {
    let live = holding(postings);
    for (const { base, list } of postings) {
      if (this.dead) for (const passage of list.passages) live -= this.dead[base + passage] ?? 0;
    }
    return inverseFrequency(this.live, live);
  }
}

function holding(postings: readonly PlacedPostings[]): number {
  return postings.reduce((sum, { list }) => sum + list.passages.length, 0);
}

/** The first place from `from` on whose number is no less, by galloping; the length where there is none. */
function atLeast(numbers: ArrayLike<number>, least: number, from: number): number {
  let step = 1;
  while (from + step < numbers.length && (numbers[from + step] ?? 0) < least) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, numbers.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inverse document frequency; a stem that most passages hold still counts a very little, as in FTS5. */
export function inverseFrequency(passages: number, holding: number): number {
  return Math.max(1e-6, Math.log((passages - holding + 0.5) / (holding + 0.5)));
}
