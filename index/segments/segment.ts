import type { Passage } from '../../ingest/passage.ts';
import type { EpisodeOutline, PackedEpisode, WordUse } from '../passage-index.ts';
import type { PostingList } from '../text/postings.ts';
import type { Neighbour } from '../vectors/vector-index.ts';

/** The views that search words. */
export type WordView = 'text' | 'context';

/** The views that compare vectors, by what they compare the query with. */
export type VectorView = 'passage' | 'question';

/** An episode in a segment; its passages are numbered one after the other, in reading order. */
export interface SegmentEpisode {
  outline: EpisodeOutline;
  paragraphs: number;
  firstPassage: number;
  passages: number;
  questions: number;
}

/** What is held in memory of each passage and question, by number. */
export interface SegmentColumns {
  /** Position in `speakers` plus one; 0 where nobody speaks. */
  speaker: Uint32Array;
  /** Stems of the passage's text, and of the words around it. */
  textLength: Uint32Array;
  contextLength: Uint32Array;
  /** The passage that a question belongs to, and which of its spans. */
  questionPassage: Uint32Array;
  questionSpan: Uint32Array;
}

export interface SegmentHead {
  speakers: string[];
  episodes: SegmentEpisode[];
  columns: SegmentColumns;
}

/** A passage with the unit vector of its text. */
export interface StoredPassage {
  passage: Passage;
  vector: Float32Array;
}

/**
 * The passages of one build, which never change: what a store of them has to be able to do. Passages and questions are
 * numbered from 0 within the segment. Searching across segments, and ranking, is the same for every store and done in
 * `SegmentedIndex`.
 */
export interface IndexSegment {
  readonly head: SegmentHead;
  /** The postings of these stems, in their order, null where no passage holds one. */
  postings(view: WordView, stems: readonly string[]): Promise<(PostingList | null)[]>;
  /**
   * The `k` nearest by cosine, best first, of a passage's questions only the nearest, with the votes for its spans
   * of all that were compared; with `allowed`, only of these, and then exactly.
   */
  nearest(
    view: VectorView,
    vector: Float32Array,
    k: number,
    allowed?: readonly number[],
  ): Promise<Neighbour[]>;
  /** The passages of these numbers, all of which exist, in any order. */
  passages(numbers: readonly number[]): Promise<Map<number, StoredPassage>>;
  questionTexts(numbers: readonly number[]): Promise<Map<number, string>>;
  /** The episodes of these numbers, all of which exist. */
  episodes(numbers: readonly number[]): Promise<Map<number, PackedEpisode>>;
  words(): Promise<ReadonlyMap<string, WordUse>>;
  close(): Promise<void>;
}
