import type { QuantisedVectors, RoundedQuery } from './quantised-vectors.ts';
import { TopHits } from './top-hits.ts';
import type { Hit } from './top-hits.ts';
import type { VectorIndex, VectorRows } from './vector-index.ts';
import { assertVector, cosine } from './vector-table.ts';

/**
 * Compares the query with every row: the oracle of the tests, and sooner done than a graph is walked for all but very
 * many rows. The rounded vectors, in memory, tell which rows can be among the nearest; these alone are then read and
 * compared exactly.
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
    const { rows } = this;
    const query = this.rounded.query(vector);
    if (!allowed) return nearestOf(null, query.cosines(), { vector, k, query, rows });
    const ids = [...new Set(allowed)].filter((id) => id >= 0 && id < this.size);
    return nearestOf(ids, Float32Array.from(ids, query.cosine), { vector, k, query, rows });
  }
}

/**
 * The exact `k` nearest of rows whose cosines are known up to rounding: all that can be among them are compared again.
 * `ids` are their rows, null where the scores are those of all rows.
 */
export function nearestOf(
  ids: readonly number[] | null,
  scores: Float32Array,
  { vector, k, query, rows }: { vector: Float32Array; k: number; query: RoundedQuery; rows: VectorRows },
): Hit[] {
  const surely = new TopHits(k);
  for (let i = 0; i < scores.length; i++) {
    const row = ids ? (ids[i] ?? 0) : i;
    const score = scores[i] ?? 0;
    if (score < surely.threshold) continue;
    const least = score - query.error(row);
    if (least >= surely.threshold) surely.offer(row, least);
  }
  const { threshold } = surely;
  const exact = new TopHits(k);
  for (let i = 0; i < scores.length; i++) {
    const row = ids ? (ids[i] ?? 0) : i;
    if ((scores[i] ?? 0) + query.error(row) >= threshold) exact.offer(row, cosine(rows.at(row), vector));
  }
  return exact.hits;
}
