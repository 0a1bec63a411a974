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
  /** The same of every row, or of those of a range; good until they are asked for again. */
  cosines: (from?: number, to?: number) => Float32Array;
  /** At most this far is the cosine of a row from the truth. */
  error: (row: number) => number;
}

/**
 * Unit vectors with a byte a value, to be held in memory and compared in passing: a quarter of their size. They lie in
 * memory as they do in a file, so that a file is read to where it is used: size, dimensions, a scale and an error a row,
 * then the values. Where rows are no multiple of 16 bytes they are filled up in memory. Numbers are 32 bits.
 */
export class QuantisedVectors {
  private readonly memory: WebAssembly.Memory;
  private readonly products: DotProducts;
  /** Bytes from row to row, in memory. */
  private readonly width: number;
  /** Where in memory there is what, in bytes. */
  private readonly rowsAt: number;
  private readonly queryAt: number;
  private readonly resultsAt: number;
  private readonly about: Uint32Array;
  private readonly scales: Float32Array;
  /** By row, the length of what rounding took from the vector. */
  private readonly errors: Float32Array;
  /** Room for the cosines of one query, the same for each: a large shelf's are a megabyte. */
  private compared: Float32Array | null = null;

  private constructor(
    readonly size: number,
    readonly dimensions: number,
  ) {
    this.width = 16 * Math.ceil(dimensions / 16);
    this.rowsAt = 8 + 8 * size;
    this.queryAt = 16 * Math.ceil((this.rowsAt + size * this.width) / 16);
    this.resultsAt = this.queryAt + 2 * this.width;
    const pages = Math.ceil((this.resultsAt + 4 * size) / page);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    this.products = dotProducts(this.memory);
    const { buffer } = this.memory;
    this.about = new Uint32Array(buffer, 0, 2);
    this.about.set([size, dimensions]);
    this.scales = new Float32Array(buffer, 8, size);
    this.errors = new Float32Array(buffer, 8 + 4 * size, size);
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
    const { memory, products, width, rowsAt, queryAt, resultsAt, scales, errors, size } = this;
    const place = (row: number): number => rowsAt + row * width;
    const values = new Int16Array(memory.buffer, queryAt, this.dimensions);
    const { scale, lost, length } = round(vector, querySteps, values);
    return {
      cosine: (row) => products.dot(place(row), queryAt, place(row + 1)) * scale * (scales[row] ?? 0),
      cosines: (from = 0, to = size) => {
        if (to > from) products.dots(place(from), queryAt, place(to), width, resultsAt);
        const results = new Int32Array(memory.buffer, resultsAt, to - from);
        const cosines = (this.compared ??= new Float32Array(size)).subarray(0, to - from);
        for (let i = 0; i < cosines.length; i++)
          cosines[i] = (results[i] ?? 0) * scale * (scales[from + i] ?? 0);
        return cosines;
      },
      // What rounding took from the row, times the query; and what it took from the query, times the rounded row.
      error: (row) => {
        const error = errors[row] ?? 0;
        return error * length + (lost + 1e-6) * (1 + error);
      },
    };
  }

  /** As it stands in a file. */
  *bytes(): Generator<Uint8Array> {
    const { memory, rowsAt, width, dimensions, size } = this;
    if (width === dimensions) {
      yield this.stored();
      return;
    }
    yield new Uint8Array(memory.buffer, 0, rowsAt);
    for (let row = 0; row < size; row++)
      yield new Uint8Array(memory.buffer, rowsAt + row * width, dimensions);
  }

  /** How many vectors make a file of so many bytes; none in particular where there can be no such file. */
  static sizeOf(bytes: number, dimensions: number): number {
    return Math.max(0, Math.floor((bytes - 8) / (8 + dimensions)));
  }

  /**
   * Reads what `bytes` gave of so many vectors: `fill` is told into which memory, and has to fill it all. Throws
   * `RangeError` where it was of others.
   */
  static async read(
    size: number,
    dimensions: number,
    fill: (room: Uint8Array) => Promise<void>,
  ): Promise<QuantisedVectors> {
    const rounded = new QuantisedVectors(size, dimensions);
    const { about, memory, rowsAt, width } = rounded;
    if (width === dimensions) await fill(rounded.stored());
    else {
      const packed = new Uint8Array(rowsAt + size * dimensions);
      await fill(packed);
      const all = new Uint8Array(memory.buffer);
      all.set(packed.subarray(0, rowsAt));
      for (let row = 0; row < size; row++) {
        const from = rowsAt + row * dimensions;
        all.set(packed.subarray(from, from + dimensions), rowsAt + row * width);
      }
    }
    if (about[0] !== size || about[1] !== dimensions) {
      throw new RangeError(`${about.join(' vectors of ')} where ${size} of ${dimensions} were written`);
    }
    return rounded;
  }

  private stored(): Uint8Array {
    return new Uint8Array(this.memory.buffer, 0, this.rowsAt + this.size * this.width);
  }

  private row(row: number): Int8Array {
    return new Int8Array(this.memory.buffer, this.rowsAt + row * this.width, this.dimensions);
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
