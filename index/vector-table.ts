/** Unit vectors of one dimension, one after the other. */
export class VectorTable {
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
    const values = new Float32Array(vectors.length * dimensions);
    vectors.forEach((vector, row) => {
      assertUnitVector(vector, dimensions);
      values.set(vector, row * dimensions);
    });
    return new VectorTable(values, dimensions);
  }

  /** The vector of a row, sharing memory with the table. */
  at(row: number): Float32Array {
    if (!Number.isInteger(row) || row < 0 || row >= this.size) {
      throw new RangeError(`no vector ${row} among ${this.size}`);
    }
    return this.values.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }

  /** Cosine of a row with a unit vector. */
  cosine(row: number, vector: Float32Array): number {
    const { values, dimensions } = this;
    const offset = row * dimensions;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (values[offset + i] ?? 0) * (vector[i] ?? 0);
    return sum;
  }

  /** The values as bytes, little endian, as they stand in a file. */
  bytes(): Uint8Array {
    return new Uint8Array(this.values.buffer, this.values.byteOffset, this.values.byteLength);
  }

  /** Reads what `bytes` gave. */
  static fromBytes(bytes: Uint8Array, dimensions: number): VectorTable {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    if (aligned.byteLength % 4 !== 0)
      throw new RangeError(`${aligned.byteLength} bytes are no 32-bit numbers`);
    const values = new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
    return new VectorTable(values, dimensions);
  }
}

/** Throws `RangeError` unless the vector has these dimensions, finite values and, within rounding, length 1. */
export function assertUnitVector(vector: Float32Array, dimensions: number): void {
  assertVector(vector, dimensions);
  const length = Math.hypot(...vector);
  if (Math.abs(length - 1) > 1e-3)
    throw new RangeError(`a unit vector was expected, its length is ${length}`);
}

/** Throws `RangeError` unless the vector has these dimensions and finite values. */
export function assertVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new RangeError(`a vector of ${dimensions} dimensions was expected, it has ${vector.length}`);
  }
  if (!vector.every(Number.isFinite)) throw new RangeError('a vector holds a value that is no finite number');
}
