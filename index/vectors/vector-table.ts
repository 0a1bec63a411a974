import type { VectorRows } from './vector-index.ts';

/** Unit vectors of one dimension, one after the other in memory. */
export class VectorTable implements VectorRows {
  readonly size: number;

  constructor(
    readonly values: Float32Array,
    readonly dimensions: number,
  ) {
    if (!Number.isInteger(dimensions) || dimensions < 1 || values.length % dimensions !== 0) {
      throw new RangeError(`${values.length} values are no whole number of vectors of ${dimensions}`);
    }
    this.size = values.length / dimensions;
  }

  /** Copies vectors into a table; throws `RangeError` where one is no unit vector of these dimensions. */
  static from(vectors: readonly Float32Array[], dimensions: number): VectorTable {
    const table = new VectorTable(new Float32Array(vectors.length * dimensions), dimensions);
    vectors.forEach((vector, row) => {
      table.set(row, vector);
    });
    return table;
  }

  /** Copies a vector into a row; throws `RangeError` where it is no unit vector of these dimensions. */
  set(row: number, vector: Float32Array): void {
    assertUnitVector(vector, this.dimensions);
    this.at(row).set(vector);
  }

  /** The vector of a row, sharing memory with the table. */
  at(row: number): Float32Array {
    if (!Number.isInteger(row) || row < 0 || row >= this.size) {
      throw new RangeError(`no vector ${row} among ${this.size}`);
    }
    return this.values.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }
}

/** Of two unit vectors of the same dimension, their cosine. */
export function cosine(a: Float32Array, b: Float32Array): number {
  // Four sums that do not wait for each other take half the time of one.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    first += (a[i] ?? 0) * (b[i] ?? 0);
    second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (; i < a.length; i++) first += (a[i] ?? 0) * (b[i] ?? 0);
  return first + second + third + fourth;
}

/** Throws `RangeError` unless the vector has these dimensions, finite values and, within rounding, length 1. */
export function assertUnitVector(vector: Float32Array, dimensions: number): void {
  assertVector(vector, dimensions);
  const length = Math.sqrt(cosine(vector, vector));
  if (Math.abs(length - 1) > 1e-3)
    throw new RangeError(`a unit vector was expected, its length is ${length}`);
}

/** Throws `RangeError` unless the vector has these dimensions and finite values. */
export function assertVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new RangeError(`a vector of ${dimensions} dimensions was expected, it has ${vector.length}`);
  }
  for (const value of vector) {
    if (!Number.isFinite(value)) throw new RangeError('a vector holds a value that is no finite number');
  }
}
