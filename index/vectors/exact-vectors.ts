import type { QuantisedVectors, RoundedQuery } from './quantised-vectors.ts';
import { TopHits, before } from './top-hits.ts';
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
  private readonly groups: Groups | null;

  /** `groups`: the group of each row, numbered from 0; null where each row stands for itself. */
  constructor(
    private readonly rounded: QuantisedVectors,
    private readonly rows: VectorRows,
    groups: Uint32Array | null = null,
  ) {
    this.groups = groups && groupsIn(groups);
    this.size = rounded.size;
    this.dimensions = rounded.dimensions;
  }

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): Hit[] {
    assertVector(vector, this.dimensions);
    if (k < 1) return [];
    const { rows, groups } = this;
    const query = this.rounded.query(vector);
    if (!allowed) return nearestOf(null, query.cosines(), { vector, k, query, rows, groups });
    const ids = [...new Set(allowed)].filter((id) => id >= 0 && id < this.size);
    return nearestOf(ids, Float32Array.from(ids, query.cosine), { vector, k, query, rows, groups });
  }
}

interface Comparison {
  vector: Float32Array;
  k: number;
  query: RoundedQuery;
  rows: VectorRows;
  groups: Groups | null;
}

/**
 * The exact `k` nearest of rows whose cosines are known up to rounding: all that can be among them are compared again.
 * `ids` are their rows, null where the scores are those of all rows.
 */
export function nearestOf(
  ids: readonly number[] | null,
  scores: Float32Array,
  { vector, k, query, rows, groups }: Comparison,
): Hit[] {
  const rowAt = (i: number): number => (ids ? (ids[i] ?? 0) : i);
  const groupAt = (i: number): number => (groups ? (groups.ofRow[rowAt(i)] ?? 0) : i);
  /** What each group reaches for certain. */
  const surely = new Float32Array(groups ? groups.count : scores.length).fill(-Infinity);
  for (let i = 0; i < scores.length; i++) {
    const least = (scores[i] ?? 0) - query.error(rowAt(i));
    const group = groupAt(i);
    if (least > (surely[group] ?? 0)) surely[group] = least;
  }
  const threshold = kthGreatest(surely, k);
  const nearest = new Map<number, Hit>();
  for (let i = 0; i < scores.length; i++) {
    const id = rowAt(i);
    const most = (scores[i] ?? 0) + query.error(id);
    const group = groupAt(i);
    if (most < threshold || most < (surely[group] ?? 0)) continue;
    const hit = { id, score: cosine(rows.at(id), vector) };
    const other = nearest.get(group);
    if (!other || before(hit, other) < 0) nearest.set(group, hit);
  }
  return [...nearest.values()].sort(before).slice(0, k);
}

/** The group of each row; there are `count`, numbered from 0. */
export interface Groups {
  ofRow: Uint32Array;
  count: number;
}

export function groupsIn(ofRow: Uint32Array): Groups {
  let most = -1;
  for (const group of ofRow) if (group > most) most = group;
  return { ofRow, count: most + 1 };
}

/** -Infinity where there are no `k`. */
function kthGreatest(values: Float32Array, k: number): number {
  const top = new TopHits(k);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value > top.threshold) top.offer(i, value);
  }
  return top.threshold;
}
