import { ExactVectors, nearestOf } from './exact-vectors.ts';
import type { HnswGraph } from './hnsw-graph.ts';
import type { QuantisedVectors } from './quantised-vectors.ts';
import type { Neighbour, RowGroups, VectorIndex, VectorRows } from './vector-index.ts';
import { assertVector } from './vector-table.ts';

/** Nodes kept while searching; recall against exact search is measured at this breadth by `npm run bench`. */
const searchBreadth = 1024;

/**
 * Approximate nearest neighbours: walks a graph comparing rounded vectors in memory, then compares the best it found
 * exactly. Narrowed to some rows, or asked for all groups, it is exact, as a graph would miss some of them.
 */
export class HnswVectors implements VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  private readonly exact: ExactVectors;

  constructor(
    private readonly graph: HnswGraph,
    private readonly rounded: QuantisedVectors,
    private readonly rows: VectorRows,
    groups: RowGroups | null = null,
  ) {
    if (graph.size !== rounded.size) {
      throw new RangeError(`the graph has ${graph.size} nodes, but there are ${rounded.size} vectors`);
    }
    this.size = rounded.size;
    this.dimensions = rounded.dimensions;
    this.exact = new ExactVectors(rounded, rows, groups);
  }

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): Neighbour[] {
    const { rounded, rows } = this;
    const { groups } = this.exact;
    if (allowed || k >= (groups?.count ?? this.size)) return this.exact.search(vector, k, allowed);
    assertVector(vector, this.dimensions);
    if (k < 1) return [];
    const query = rounded.query(vector);
    const breadth = Math.min(Math.max(searchBreadth, (groups ? 8 : 2) * k), this.size);
    const { nodes, scores } = this.graph.nearest(query.cosine, breadth);
    return nearestOf(nodes, Float32Array.from(scores), { vector, k, query, rows, groups });
  }
}
