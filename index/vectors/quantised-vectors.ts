import { dotProducts } from './dot-products.ts';
import type { DotProducts } from './dot-products.ts';
import type { VectorRows } from './vector-index.ts';

/** A query is rounded too, to so many steps on either side of 0: sums of products of it stay within 32 bits. */
const querySteps = 8191;
const page = 65_536;

/** A vector to be compared with rounded ones; good until the next query of the same. */
export interface RoundedQuery {
  /** About the cosine of a row with the vector, which need not be of length 1. */
  cosine: (row: number) => number;
  /** The same of every row. */
  cosines: () => Float32Array;
  /** At most this far is the cosine of a row from the truth. */
  error: (row: number) => number;
}

/** Unit vectors with a byte a value, to be held in memory and compared in passing: a quarter of their size. */
export class QuantisedVectors {
  private readonly memory: WebAssembly.Memory;
  private readonly products: DotProducts;
  /** Bytes from row to row, in memory. */
  private readonly width: number;
  private readonly queryAt: number;
  private readonly resultsAt: number;
  private readonly scales: Float32Array;
  /** By row, the length of what rounding took from the vector. */
  private readonly errors: Float32Array;

  private constructor(
    readonly size: number,
    readonly dimensions: number,
  ) {
    this.width = 16 * Math.ceil(dimensions / 16);
    this.queryAt = size * this.width;
    this.resultsAt = this.queryAt + 2 * this.width;
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((this.resultsAt + 4 * size) / page) });
    this.products = dotProducts(this.memory);
    this.scales = new Float32Array(size);
    this.errors = new Float32Array(size);
  }

  static from(vectors: VectorRows): QuantisedVectors {
    const { size, dimensions } = vectors;
    const rounded = QuantisedVectors.empty(size, dimensions);
    for (let row = 0; row < size; row++) rounded.set(row, vectors.at(row));
    return rounded;
  }

  /** Room for so many vectors, each 0 until it is set. */
  static empty(size: number, dimensions: number): QuantisedVectors {
    return new QuantisedVectors(size, dimensions);
  }

  set(row: number, vector: Float32Array): void {
    const { scale, lost } = round(vector, 127, this.row(row));
    this.scales[row] = scale;
    // A little more, for what 32-bit arithmetic loses.
    this.errors[row] = lost + 1e-6;
  }

  query(vector: Float32Array): RoundedQuery {
    const { memory, products, width, queryAt, resultsAt, scales, errors, size } = this;
    const values = new Int16Array(memory.buffer, queryAt, this.dimensions);
    const { scale, lost, length } = round(vector, querySteps, values);
    return {
      cosine: (row) => products.dot(row * width, queryAt, (row + 1) * width) * scale * (scales[row] ?? 0),
      cosines: () => {
        if (size > 0) products.dots(0, queryAt, size * width, width, resultsAt);
        const results = new Int32Array(memory.buffer, resultsAt, size);
        const cosines = new Float32Array(size);
        for (let row = 0; row < size; row++) cosines[row] = (results[row] ?? 0) * scale * (scales[row] ?? 0);
        return cosines;
      },
      // What rounding took from the row, times the query; and what it took from the query, times the rounded row.
      error: (row) => {
        const error = errors[row] ?? 0;
        return error * length + (lost + 1e-6) * (1 + error);
      },
    };
  }

  /** As it stands in a file: size, dimensions, a scale and an error a row, then the values. */
  *bytes(): Generator<Uint8Array> {
    yield new Uint8Array(Uint32Array.of(this.size, this.dimensions).buffer);
    yield new Uint8Array(this.scales.buffer);
    yield new Uint8Array(this.errors.buffer);
    for (let row = 0; row < this.size; row++) yield new Uint8Array(this.row(row));
  }

  /** Reads what `bytes` gave. Throws `RangeError` where that is of another length. */
  static fromBytes(bytes: Uint8Array): QuantisedVectors {
    if (bytes.byteLength < 8) throw new RangeError(`${bytes.byteLength} bytes are no quantised vectors`);
    const copy = (from: number, to: number): ArrayBuffer => new Uint8Array(bytes.subarray(from, to)).buffer;
    const [size = 0, dimensions = 0] = new Uint32Array(copy(0, 8));
    const valuesAt = 8 + 8 * size;
    if (bytes.byteLength !== valuesAt + size * dimensions) {
      throw new RangeError(`${bytes.byteLength} bytes are not ${size} quantised vectors of ${dimensions}`);
    }
    const rounded = new QuantisedVectors(size, dimensions);
    rounded.scales.set(new Float32Array(copy(8, 8 + 4 * size)));
    rounded.errors.set(new Float32Array(copy(8 + 4 * size, valuesAt)));
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + valuesAt, size * dimensions);
    if (rounded.width === dimensions) new Int8Array(rounded.memory.buffer).set(values);
    else {
      for (let row = 0; row < size; row++) {
        rounded.row(row).set(values.subarray(row * dimensions, (row + 1) * dimensions));
      }
    }
    return rounded;
  }

  private row(row: number): Int8Array {
    return new Int8Array(this.memory.buffer, row * this.width, this.dimensions);
  }
}

/**
 * Rounds a vector to whole steps, at most so many on either side of 0, into an array of its dimensions. Returns the size
 * of a step, the length of what is lost, and that of the vector.
 */
function round(
  vector: Float32Array,
  steps: number,
  into: Int8Array | Int16Array,
): { scale: number; lost: number; length: number } {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = Math.fround(largest / steps);
  let lost = 0;
  let squares = 0;
  for (let i = 0; i < into.length; i++) {
    const value = vector[i] ?? 0;
    const rounded = scale === 0 ? 0 : Math.round(value / scale);
    into[i] = rounded;
    lost += (value - rounded * scale) ** 2;
    squares += value ** 2;
  }
  return { scale, lost: Math.sqrt(lost), length: Math.sqrt(squares) };
}
