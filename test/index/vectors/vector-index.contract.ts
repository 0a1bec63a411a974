import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactVectors } from '../../../index/vectors/exact-vectors.ts';
import { QuantisedVectors } from '../../../index/vectors/quantised-vectors.ts';
import type { RowGroups, VectorIndex } from '../../../index/vectors/vector-index.ts';
import { cosine, VectorTable } from '../../../index/vectors/vector-table.ts';
import { voteOf } from '../../../index/vectors/votes.ts';

export type MakeVectorIndex = (table: VectorTable, groups?: RowGroups) => Promise<VectorIndex>;

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

/** Vectors around a few centres, as texts on a few topics are. */
export function clusteredTable(size: number, dimensions: number, clusters: number, seed = 1): VectorTable {
  const random = randomNumbers(seed);
  const centres = Array.from({ length: clusters }, () =>
    Array.from({ length: dimensions }, () => random() - 0.5),
  );
  const vectors = Array.from({ length: size }, (_, row) =>
    unit((centres[row % clusters] ?? []).map((value) => value + 0.4 * (random() - 0.5))),
  );
  return VectorTable.from(vectors, dimensions);
}

/** What every driver of `VectorIndex` does. */
export function vectorIndexContract(driver: string, make: MakeVectorIndex): void {
  const plane = VectorTable.from([unit([1, 0]), unit([0, 1]), unit([1, 1]), unit([-1, 0]), unit([1, 0])], 2);

  describe(`VectorIndex: ${driver}`, () => {
    it('gives the nearest first with their cosines, ties by row', async () => {
      const hits = (await make(plane)).search(unit([1, 0]), 3);
      expect(hits.map(({ id }) => id)).toEqual([0, 4, 2]);
      expect(hits.map(({ score }) => score)).toEqual([1, 1, expect.closeTo(Math.SQRT1_2, 6)]);
      expect(hits.map(({ votes }) => votes)).toEqual([[], [], []]);
    });

    it.each([
      [0, 0],
      [-1, 0],
      [5, 5],
      [1000, 5],
    ])('asked for %i, gives %i', async (k, expected) => {
      expect((await make(plane)).search(unit([1, 0]), k)).toHaveLength(expected);
    });

    it('says how much it holds', async () => {
      const index = await make(plane);
      expect([index.size, index.dimensions]).toEqual([5, 2]);
    });

    it('finds nothing in an empty table', async () => {
      expect((await make(new VectorTable(new Float32Array(0), 2))).search(unit([1, 0]), 3)).toEqual([]);
    });

    it('narrowed to some rows, gives exactly the nearest of these', async () => {
      const index = await make(plane);
      expect(index.search(unit([1, 0]), 2, [3, 1, 3, 99, -1]).map(({ id }) => id)).toEqual([1, 3]);
      expect(index.search(unit([1, 0]), 2, [])).toEqual([]);
    });

    it('narrowed, misses no row of any size', async () => {
      const table = clusteredTable(300, 8, 5);
      const index = await make(table);
      fc.assert(
        fc.property(fc.uniqueArray(fc.nat(299), { minLength: 1 }), fc.nat(299), (rows, query) => {
          const found = index.search(table.at(query), 300, rows).map(({ id }) => id);
          expect(found.sort((a, b) => a - b)).toEqual([...rows].sort((a, b) => a - b));
        }),
        { seed: 1, numRuns: 50 },
      );
    });

    it('of rows in groups, gives the nearest of each of the nearest groups', async () => {
      const table = clusteredTable(300, 8, 5);
      const random = randomNumbers(3);
      const groups = Uint32Array.from({ length: 300 }, () => Math.floor(random() * 60));
      const index = await make(table, { group: groups, part: new Uint32Array(300) });
      fc.assert(
        fc.property(
          fc.nat(299),
          fc.integer({ min: 1, max: 70 }),
          fc.option(fc.uniqueArray(fc.nat(299)), { nil: undefined }),
          (query, k, rows) => {
            const vector = table.at(query);
            const seen = new Set<number>();
            const expected = new ExactVectors(QuantisedVectors.from(table), table)
              .search(vector, 300, rows)
              .filter(({ id }) => !seen.has(groups[id] ?? 0) && seen.add(groups[id] ?? 0))
              .slice(0, k)
              .map(({ id, score }) => ({ id, score }));
            expect(index.search(vector, k, rows).map(({ id, score }) => ({ id, score }))).toEqual(expected);
          },
        ),
        { seed: 1, numRuns: 100 },
      );
    });

    it('counts the votes of all rows of a group for its parts, and of nothing else', async () => {
      const table = clusteredTable(300, 8, 5);
      const group = Uint32Array.from({ length: 300 }, (_, row) => row % 60);
      const part = Uint32Array.from({ length: 300 }, (_, row) => (row % 7) % 3);
      const index = await make(table, { group, part });
      fc.assert(
        fc.property(
          fc.nat(299),
          fc.option(fc.uniqueArray(fc.nat(299), { minLength: 1 }), { nil: undefined }),
          (query, rows) => {
            const vector = table.at(query);
            for (const { id, votes } of index.search(vector, 40, rows)) {
              const own = [...group.keys()].filter((row) => row % 60 === id % 60);
              const compared = own.filter((row) => rows?.includes(row) ?? true);
              expect(votes).toHaveLength(1 + Math.max(...compared.map((row) => part[row] ?? 0)));
              for (const [number, counted] of votes.entries()) {
                const expected = compared
                  .filter((row) => part[row] === number)
                  .reduce((sum, row) => sum + voteOf(cosine(table.at(row), vector)), 0);
                expect(Math.abs(counted - expected)).toBeLessThan(0.15 * expected + 0.01);
              }
            }
          },
        ),
        { seed: 1, numRuns: 50 },
      );
    });

    it.each([
      ['too few dimensions', [1]],
      ['too many dimensions', [1, 0, 0]],
      ['a value that is no number', [1, Number.NaN]],
      ['an infinite value', [1, Number.POSITIVE_INFINITY]],
    ])('refuses a query with %s', async (_, query) => {
      const index = await make(plane);
      expect(() => index.search(Float32Array.from(query), 1)).toThrow(RangeError);
    });

    it('finds at least 99 of 100 true nearest neighbours among texts on topics', async () => {
      const table = clusteredTable(2000, 32, 40);
      const index = await make(table);
      const random = randomNumbers(7);
      let found = 0;
      for (let i = 0; i < 100; i++) {
        const near = table.at(Math.floor(random() * table.size));
        const query = unit(Array.from(near, (value) => value + 0.1 * (random() - 0.5)));
        const truth = nearestByBruteForce(table, query, 10);
        found += index.search(query, 10).filter(({ id }) => truth.has(id)).length;
      }
      expect(found / 1000).toBeGreaterThanOrEqual(0.99);
    });
  });
}

function nearestByBruteForce(table: VectorTable, query: Float32Array, k: number): Set<number> {
  const scored = Array.from({ length: table.size }, (_, id) => ({
    id,
    score: table.at(id).reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0),
  }));
  return new Set(
    scored
      .sort((a, b) => b.score - a.score)
      .slice(0, k)
      .map(({ id }) => id),
  );
}
