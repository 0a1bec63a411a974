import type { QuantisedVectors } from './quantised-vectors.ts';
import { TopHits } from './top-hits.ts';
import type { Hit } from './top-hits.ts';
import type { VectorIndex, VectorRows } from './vector-index.ts';
import { assertVector, cosine } from './vector-table.ts';

/**
 * Compares the query with every row: the oracle of the tests, and the fallback that needs no native code. The rounded
 * vectors, in memory, tell which rows can be among the nearest; these alone are then read and compared exactly.
 */
export class ExactVectors implements VectorIndex {
  readonly size: number;
  readonly dimensions: number;

  constructor(
    private readonly rounded: QuantisedVectors,
    private readonly rows: VectorRows,
  ) {
    this.size = rounded.size;
    this.dimensions = rounded.dimensions;
  }

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): Hit[] {
    assertVector(vector, this.dimensions);
    if (k < 1) return [];
    const ids = allowed ? [...new Set(allowed)].filter((id) => id >= 0 && id < this.size) : this.all();
    const scores = new Float32Array(ids.length);
    for (let i = 0; i < scores.length; i++) scores[i] = this.rounded.cosine(ids[i] ?? 0, vector);
    return nearestOf(ids, scores, { vector, k, rounded: this.rounded, rows: this.rows });
  }

  private all(): Uint32Array {
    const ids = new Uint32Array(this.size);
    for (let id = 0; id < ids.length; id++) ids[id] = id;
    return ids;
  }
}

/**
 * The exact `k` nearest of rows whose cosines are known up to rounding: all that can be among them are compared again.
 */
export function nearestOf(
  ids: ArrayLike<number>,
  scores: Float32Array,
  query: { vector: Float32Array; k: number; rounded: QuantisedVectors; rows: VectorRows },
): Hit[] {
  const { vector, k, rounded, rows } = query;
  const length = Math.sqrt(cosine(vector, vector));
  const error = (i: number): number => rounded.error(ids[i] ?? 0) * length;
  const surely = new TopHits(k);
  scores.forEach((score, i) => {
    const least = score - error(i);
    if (least >= surely.threshold) surely.offer(i, least);
  });
  const exact = new TopHits(k);
  scores.forEach((score, i) => {
    if (score + error(i) < surely.threshold) return;
    const id = ids[i] ?? 0;
    exact.offer(id, cosine(rows.at(id), vector));
  });
  return exact.hits;
}
