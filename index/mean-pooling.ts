/** Vectors of the tokens of some texts: text by text, token by token, as a network gives them. */
export interface TokenVectors {
  data: Float32Array;
  /** Texts, tokens of the longest of them, dimensions. */
  dims: [number, number, number];
}

/**
 * The mean of the vectors of each text's tokens, made one of length 1: what transformers.js calls mean pooling and
 * normalising, to the last bit, several times faster. `mask` is 1 where a text has a token and 0 where it is padded.
 */
export function meanOfTokens(
  { data, dims: [texts, tokens, dimensions] }: TokenVectors,
  mask: BigInt64Array,
): Float32Array[] {
  const sum = new Float64Array(dimensions);
  return Array.from({ length: texts }, (_, text) => {
    sum.fill(0);
    let count = 0;
    for (let token = text * tokens; token < (text + 1) * tokens; token++) {
      if (mask[token] !== 1n) continue;
      count++;
      const from = token * dimensions;
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (data[from + i] ?? 0);
    }
    const mean = new Float32Array(dimensions);
    let squares = 0;
    for (let i = 0; i < dimensions; i++) {
      const value = Math.fround((sum[i] ?? 0) / count);
      mean[i] = value;
      squares = Math.fround(squares + value ** 2);
    }
    const length = Math.fround(Math.sqrt(squares));
    for (let i = 0; i < dimensions; i++) mean[i] = (mean[i] ?? 0) / length;
    return mean;
  });
}
