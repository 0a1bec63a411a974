import type { Embedder, WordCosines } from '../embedder.ts';
import { cosine } from './vector-table.ts';

/** About 40 MB of 512 dimensions: all words of a small shelf, and of a large one those of what is asked about. */
const mostKept = 20_000;
const batchSize = 256;

/** The vectors of single words, each embedded once and kept while there is room. */
export class WordVectors implements WordCosines {
  private readonly kept = new Map<string, Float32Array>();

  constructor(private readonly embedder: Pick<Embedder, 'embed'>) {}

  async cosines(terms: readonly string[], words: readonly string[]): Promise<Float32Array[]> {
    const vectors = await this.vectorsOf([...terms, ...words]);
    return terms.map((_, at) => {
      const term = vectors[at] ?? new Float32Array();
      const row = new Float32Array(words.length);
      for (let i = 0; i < row.length; i++) row[i] = cosine(term, vectors[terms.length + i] ?? term);
      return row;
    });
  }

  private async vectorsOf(words: readonly string[]): Promise<Float32Array[]> {
    const found = new Map<string, Float32Array>();
    const missing = [...new Set(words)].filter((word) => !this.kept.has(word));
    for (let at = 0; at < missing.length; at += batchSize) {
      const batch = missing.slice(at, at + batchSize);
      const vectors = await this.embedder.embed(batch);
      batch.forEach((word, i) => {
        const vector = vectors[i];
        if (vector) found.set(word, vector);
      });
    }
    const all = words.map((word) => {
      const vector = this.kept.get(word) ?? found.get(word);
      if (!vector) throw new RangeError(`The embedder gave no vector for the word “${word}”`);
      return vector;
    });
    for (const [word, vector] of found) this.kept.set(word, vector);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return all;
  }
}
