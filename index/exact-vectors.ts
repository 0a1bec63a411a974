import type { VectorHit, VectorIndex } from './vector-index.ts';
import { assertVector } from './vector-table.ts';
import type { VectorTable } from './vector-table.ts';

/** Compares the query with every row: the oracle of the tests, and the fallback that needs no native code. */
export class ExactVectors implements VectorIndex {
  readonly size: number;
  readonly dimensions: number;

  constructor(private readonly table: VectorTable) {
    this.size = table.size;
    this.dimensions = table.dimensions;
  }

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): VectorHit[] {
    assertVector(vector, this.dimensions);
    const nearest = new Nearest(k);
    if (allowed) {
      for (const id of new Set(allowed)) {
        if (id >= 0 && id < this.size) nearest.offer(id, this.table.cosine(id, vector));
      }
    } else {
      for (let id = 0; id < this.size; id++) nearest.offer(id, this.table.cosine(id, vector));
    }
    return nearest.hits;
  }
}

/** The best `k` of what is offered, kept in order: cheap where `k` is small against the number of offers. */
class Nearest {
  readonly hits: VectorHit[] = [];

  constructor(private readonly k: number) {}

  offer(id: number, score: number): void {
    const last = this.hits.at(-1);
    if (this.k < 1 || (this.hits.length >= this.k && last && before(last, { id, score }) <= 0)) return;
    const hit = { id, score };
    let low = 0;
    let high = this.hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.hits[middle];
      if (other && before(other, hit) <= 0) low = middle + 1;
      else high = middle;
    }
    this.hits.splice(low, 0, hit);
    if (this.hits.length > this.k) this.hits.pop();
  }
}

/** Orders hits: higher score first, then lower row. */
export function before(a: VectorHit, b: VectorHit): number {
  return b.score - a.score || a.id - b.id;
}
