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
  /** For each term, its cosine with each of the words, in order. */
  cosines(terms: readonly string[], words: readonly string[]): Promise<Float32Array[]>;
}

/** What of an embedder decides whether its vectors can be compared with those of an index. */
export type EmbedderIdentity = Pick<Embedder, 'name' | 'dimensions' | 'revision'>;

/** The same of an embedder that may still be being loaded: an index can be read meanwhile. */
export type ModelInUse = EmbedderIdentity | Promise<EmbedderIdentity>;
