/** Turns text into unit vectors. Two embedders with the same `name` and `revision` give the same vectors. */
export interface Embedder {
  readonly name: string;
  readonly dimensions: number;
  /** SHA-256 over the model's files, or the hub revision. */
  readonly revision: string;
  /** One unit vector a text, in order. Empty text gives a defined unit vector. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  close(): Promise<void>;
  /** Of a model whose vectors of single words mean something and cost little. */
  readonly words?: WordCosines;
}

/** Compares single words by their vectors. */
export interface WordCosines {
  /**
   * For each term a row with its cosine with these words of a vocabulary, each at its number; 0 at all others. A
   * vocabulary may grow, but what is in it stays where it is. The numbers are those of words that are there.
   */
  cosines(
    terms: readonly string[],
    vocabulary: readonly string[],
    numbers: Uint32Array,
  ): Promise<Float32Array[]>;
}

/** What of an embedder decides whether its vectors can be compared with those of an index. */
export type EmbedderIdentity = Pick<Embedder, 'name' | 'dimensions' | 'revision'>;

/** The same of an embedder that may still be being loaded: an index can be read meanwhile. */
export type ModelInUse = EmbedderIdentity | Promise<EmbedderIdentity>;
