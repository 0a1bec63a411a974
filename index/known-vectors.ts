/** Vectors of texts that were embedded before, by this model. */
export interface KnownVectors {
  /** The vector of each text, in order; undefined where it is not known. */
  find(texts: readonly string[]): Promise<(Float32Array | undefined)[]>;
}
