import type { Hit } from './top-hits.ts';

/** Unit vectors by row, wherever they lie. */
export interface VectorRows {
  readonly size: number;
  readonly dimensions: number;
  /** The vector of a row. Throws `RangeError` for one that is not there. */
  at(row: number): Float32Array;
}

/** To what each row belongs: its group, numbered from 0, and which part of that. */
export interface RowGroups {
  group: Uint32Array;
  part: Uint32Array;
}

/** A row that was found. */
export interface Neighbour extends Hit {
  /** By part of its group, the votes (`voteOf`) of all rows that were compared, by rounded cosines; empty without groups. */
  votes: number[];
}

/**
 * Nearest neighbours by cosine among unit vectors. Rows are numbered from 0 in the order in which they were added;
 * everything is added when the index is built. A hit's score is its cosine, in [-1, 1] up to rounding. Rows may be in
 * groups: then a hit is the nearest row of its group, and `k` counts groups.
 */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /**
   * The `k` nearest rows (fewer where there are fewer), best first, ties by row. With `allowed`, only these rows,
   * and then the answer is exact. Throws `RangeError` for a vector of other dimensions or with a value that is no
   * finite number.
   */
  search(vector: Float32Array, k: number, allowed?: Iterable<number>): Neighbour[];
}
