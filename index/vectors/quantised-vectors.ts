import type { VectorRows } from './vector-index.ts';

/** Unit vectors with a byte a value, to be held in memory and compared in passing: a quarter of their size. */
export class QuantisedVectors {
  private constructor(
    readonly size: number,
    readonly dimensions: number,
    private readonly scales: Float32Array,
    /** By row, the length of what rounding took from the vector. */
    private readonly errors: Float32Array,
    private readonly values: Int8Array,
  ) {}

  static from(vectors: VectorRows): QuantisedVectors {
    const { size, dimensions } = vectors;
    const scales = new Float32Array(size);
    const errors = new Float32Array(size);
    const values = new Int8Array(size * dimensions);
    for (let row = 0; row < size; row++) {
      const vector = vectors.at(row);
      let largest = 0;
      for (const value of vector) largest = Math.max(largest, Math.abs(value));
      const scale = Math.fround(largest / 127);
      scales[row] = scale;
      let lost = 0;
      for (let i = 0; i < dimensions; i++) {
        const value = vector[i] ?? 0;
        const rounded = Math.round(value / scale);
        values[row * dimensions + i] = rounded;
        lost += (value - rounded * scale) ** 2;
      }
      // A little more, for what 32-bit arithmetic loses.
      errors[row] = Math.sqrt(lost) + 1e-6;
    }
    return new QuantisedVectors(size, dimensions, scales, errors, values);
  }

  /** About the cosine of a row with a unit vector. */
  cosine(row: number, vector: Float32Array): number {
    const { values, dimensions } = this;
    const offset = row * dimensions;
    const whole = dimensions - (dimensions % 4);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < whole; i += 4) {
      a += (values[offset + i] ?? 0) * (vector[i] ?? 0);
      b += (values[offset + i + 1] ?? 0) * (vector[i + 1] ?? 0);
      c += (values[offset + i + 2] ?? 0) * (vector[i + 2] ?? 0);
      d += (values[offset + i + 3] ?? 0) * (vector[i + 3] ?? 0);
    }
    for (let i = whole; i < dimensions; i++) a += (values[offset + i] ?? 0) * (vector[i] ?? 0);
    return (a + b + c + d) * (this.scales[row] ?? 0);
  }

  /** At most this far is `cosine` from the truth, for a vector of length 1. */
  error(row: number): number {
    return this.errors[row] ?? 0;
  }

  /** As it stands in a file: size, dimensions, a scale and an error a row, then the values. */
  *bytes(): Generator<Uint8Array> {
    yield new Uint8Array(Uint32Array.of(this.size, this.dimensions).buffer);
    for (const part of [this.scales, this.errors, this.values]) {
      yield new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    }
  }

  /** Reads what `bytes` gave. Throws `RangeError` where that is of another length. */
  static fromBytes(bytes: Uint8Array): QuantisedVectors {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const { buffer, byteOffset, byteLength } = aligned;
    if (byteLength < 8) throw new RangeError(`${byteLength} bytes are no quantised vectors`);
    const [size = 0, dimensions = 0] = new Uint32Array(buffer, byteOffset, 2);
    if (byteLength !== 8 + size * (8 + dimensions)) {
      throw new RangeError(`${byteLength} bytes are not ${size} quantised vectors of ${dimensions}`);
    }
    const scales = new Float32Array(buffer, byteOffset + 8, size);
    const errors = new Float32Array(buffer, byteOffset + 8 + 4 * size, size);
    const values = new Int8Array(buffer, byteOffset + 8 + 8 * size, size * dimensions);
    return new QuantisedVectors(size, dimensions, scales, errors, values);
  }
}
