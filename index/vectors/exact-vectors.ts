import type { QuantisedVectors, RoundedQuery } from './quantised-vectors.ts';
import { TopHits, before } from './top-hits.ts';
import type { Hit } from './top-hits.ts';
import type { Neighbour, RowGroups, VectorIndex, VectorRows } from './vector-index.ts';
import { assertVector, cosine } from './vector-table.ts';
import { addVote, voteOf } from './votes.ts';

/**
 * Compares the query with every row: the oracle of the tests, and sooner done than a graph is walked for all but very
 * many rows. The rounded vectors, in memory, tell which rows can be among the nearest; these alone are then read and
 * compared exactly.
 */
export class ExactVectors implements VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  readonly groups: Groups | null;

  /** `groups`: null where each row stands for itself. */
  constructor(
    private readonly rounded: QuantisedVectors,
    private readonly rows: VectorRows,
    groups: RowGroups | null = null,
  ) {
    this.groups = groups && counted(groups);
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
 * The exact `k` nearest of rows whose cosines are known up to rounding. The nearest by rounding, compared exactly, tell
 * what the `k`th reaches at least; then all are compared that may reach it too. `ids` are their rows, null where the
 * scores are those of all rows.
 */
export function nearestOf(
  ids: readonly number[] | null,
  scores: Float32Array,
  { vector, k, query, rows, groups }: Comparison,
): Neighbour[] {
  const nearest = new Map<number, Hit>();
  const compare = (group: number, id: number): number => {
    const hit = { id, score: cosine(rows.at(id), vector) };
    const other = nearest.get(group);
    if (!other || before(hit, other) < 0) nearest.set(group, hit);
    return hit.score;
  };
  const first = groups ? nearestByGroup(ids, scores, groups, k) : nearestByRow(ids, scores, k);
  let reached = first.length < k ? -Infinity : Infinity;
  for (const { group, id } of first) reached = Math.min(reached, compare(group, id));
  for (let i = 0; i < scores.length; i++) {
    const id = ids ? (ids[i] ?? 0) : i;
    const most = (scores[i] ?? 0) + query.error(id);
    if (most < reached) continue;
    const group = groups ? (groups.group[id] ?? 0) : id;
    const other = nearest.get(group);
    if (other && (other.id === id || most < other.score)) continue;
    compare(group, id);
  }
  const hits = [...nearest.values()].sort(before).slice(0, k);
  return groups ? withVotes(hits, ids, scores, groups) : hits.map((hit) => ({ ...hit, votes: [] }));
}

interface First {
  group: number;
  id: number;
}

/** The `k` rows with the highest scores. */
function nearestByRow(ids: readonly number[] | null, scores: Float32Array, k: number): First[] {
  return highest(scores, k).map((at) => {
    const id = ids ? (ids[at] ?? 0) : at;
    return { group: id, id };
  });
}

/** Of the `k` groups with the highest scores, the row that has it. */
function nearestByGroup(
  ids: readonly number[] | null,
  scores: Float32Array,
  groups: Groups,
  k: number,
): First[] {
  const best = new Float32Array(groups.count).fill(-Infinity);
  const bestRow = new Int32Array(groups.count).fill(-1);
  for (let i = 0; i < scores.length; i++) {
    const id = ids ? (ids[i] ?? 0) : i;
    const group = groups.group[id] ?? 0;
    const score = scores[i] ?? 0;
    if (score > (best[group] ?? 0)) {
      best[group] = score;
      bestRow[group] = id;
    }
  }
  return highest(best, k).map((group) => ({ group, id: bestRow[group] ?? 0 }));
}

/** Where the `k` highest of these stand; -Infinity is none of them. */
function highest(values: Float32Array, k: number): number[] {
  const top = new TopHits(k);
  let threshold = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value <= threshold) continue;
    top.offer(i, value);
    ({ threshold } = top);
  }
  return top.hits.map(({ id }) => id);
}

function withVotes(
  hits: readonly Hit[],
  ids: readonly number[] | null,
  scores: Float32Array,
  { group, part, count }: Groups,
): Neighbour[] {
  const votesOf = new Array<number[] | undefined>(count);
  const found = hits.map((hit) => ({ ...hit, votes: (votesOf[group[hit.id] ?? 0] = []) }));
  for (let i = 0; i < scores.length; i++) {
    const id = ids ? (ids[i] ?? 0) : i;
    const votes = votesOf[group[id] ?? 0];
    if (votes) addVote(votes, part[id] ?? 0, voteOf(scores[i] ?? 0));
  }
  return found;
}

export interface Groups extends RowGroups {
  /** Groups are numbered from 0 to below this. */
  count: number;
}

function counted({ group, part }: RowGroups): Groups {
  let most = -1;
  for (const number of group) if (number > most) most = number;
  return { group, part, count: most + 1 };
}
