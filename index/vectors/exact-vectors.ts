import type { QuantisedVectors, RoundedQuery } from './quantised-vectors.ts';
import { TopHits, before } from './top-hits.ts';
import type { Hit } from './top-hits.ts';
import type { Neighbour, VectorIndex, VectorRows } from './vector-index.ts';
import { assertVector, cosine } from './vector-table.ts';
import { voteOf } from './votes.ts';

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

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): Neighbour[] {
    assertVector(vector, this.dimensions);
    if (k < 1) return [];
    const { rows, groups } = this;
    const query = this.rounded.query(vector);
    if (!allowed) return nearestOf(null, query.cosines(), { vector, k, query, rows, groups });
    const ids = this.rowsAmong(allowed);
    return nearestOf(ids, Float32Array.from(ids, query.cosine), { vector, k, query, rows, groups });
  }

  /** Those that are rows, each once. */
  private rowsAmong(numbers: Iterable<number>): number[] {
    const isTaken = new Uint8Array(this.size);
    const ids: number[] = [];
    for (const number of numbers) {
      if (!(number >= 0 && number < this.size) || isTaken[number] === 1) continue;
      isTaken[number] = 1;
      ids.push(number);
    }
    return ids;
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
): Neighbour[] {
  const surely = groups ? reachedByGroup(ids, scores, { query, groups }) : null;
  const threshold = surely ? kthGreatest(surely, k) : kthReached(ids, scores, { query, k });
  const nearest = new Map<number, Hit>();
  for (let i = 0; i < scores.length; i++) {
    const id = ids ? (ids[i] ?? 0) : i;
    const most = (scores[i] ?? 0) + query.error(id);
    if (most < threshold) continue;
    const group = groups ? (groups.ofRow[id] ?? 0) : id;
    if (surely && most < (surely[group] ?? 0)) continue;
    const hit = { id, score: cosine(rows.at(id), vector) };
    const other = nearest.get(group);
    if (!other || before(hit, other) < 0) nearest.set(group, hit);
  }
  const hits = [...nearest.values()].sort(before).slice(0, k);
  return withVotes(hits, ids, scores, groups);
}

function withVotes(
  hits: readonly Hit[],
  ids: readonly number[] | null,
  scores: Float32Array,
  groups: Groups | null,
): Neighbour[] {
  if (!groups) return hits.map((hit) => ({ ...hit, votes: voteOf(hit.score) }));
  const votes = new Float64Array(groups.count);
  for (let i = 0; i < scores.length; i++) {
    const vote = voteOf(scores[i] ?? 0);
    if (vote === 0) continue;
    const group = groups.ofRow[ids ? (ids[i] ?? 0) : i] ?? 0;
    votes[group] = (votes[group] ?? 0) + vote;
  }
  return hits.map((hit) => ({ ...hit, votes: votes[groups.ofRow[hit.id] ?? 0] ?? 0 }));
}

/** What each group reaches for certain; -Infinity where none of its rows is among these. */
function reachedByGroup(
  ids: readonly number[] | null,
  scores: Float32Array,
  { query, groups }: { query: RoundedQuery; groups: Groups },
): Float32Array {
  const surely = new Float32Array(groups.count).fill(-Infinity);
  for (let i = 0; i < scores.length; i++) {
    const id = ids ? (ids[i] ?? 0) : i;
    const least = (scores[i] ?? 0) - query.error(id);
    const group = groups.ofRow[id] ?? 0;
    if (least > (surely[group] ?? 0)) surely[group] = least;
  }
  return surely;
}

/** What the `k`th of the rows reaches for certain; -Infinity where there are fewer. */
function kthReached(
  ids: readonly number[] | null,
  scores: Float32Array,
  { query, k }: { query: RoundedQuery; k: number },
): number {
  const top = new TopHits(k);
  let { threshold } = top;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= threshold) continue;
    const least = score - query.error(ids ? (ids[i] ?? 0) : i);
    if (least <= threshold) continue;
    top.offer(i, least);
    ({ threshold } = top);
  }
  return threshold;
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
