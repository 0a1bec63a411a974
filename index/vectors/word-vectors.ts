import type { Embedder, WordCosines } from '../embedder.ts';
import { QuantisedVectors } from './quantised-vectors.ts';

/** About 10 MB of 512 dimensions: all words of a small shelf, and of a large one those of what is asked about. */
const room = 20_000;
const batchSize = 256;

/** Rows that lie together are compared so many times as fast as one by one. */
const fasterTogether = 2;

/** The vectors of single words, each embedded once and kept, rounded, until there is no more room. */
export class WordVectors implements WordCosines {
  private readonly rows = new Map<string, number>();
  private readonly vectors: QuantisedVectors;

  constructor(private readonly embedder: Pick<Embedder, 'embed' | 'dimensions'>) {
    this.vectors = QuantisedVectors.empty(room, embedder.dimensions);
  }

  async cosines(terms: readonly string[], words: readonly string[]): Promise<Float32Array[]> {
    const asked = await this.embedder.embed(terms);
    const cosines = asked.map(() => new Float32Array(words.length));
    for (let from = 0; from < words.length; from += room) {
      const some = words.slice(from, from + room);
      const learnt = new Map<string, Float32Array>();
      let rows = this.rowsOf(some);
      while (!rows) {
        await this.embedMissing(some, learnt);
        // Others that ask at the same time may forget these words again, but not before the next await.
        this.place(learnt);
        rows = this.rowsOf(some);
      }
      const areMost = fasterTogether * rows.length > this.rows.size;
      asked.forEach((term, i) => {
        const query = this.vectors.query(term);
        const all = areMost ? query.cosines(this.rows.size) : null;
        const near = cosines[i]?.subarray(from) ?? new Float32Array();
        for (let at = 0; at < rows.length; at++) {
          const row = rows[at] ?? 0;
          near[at] = all ? (all[row] ?? 0) : query.cosine(row);
        }
      });
    }
    return cosines;
  }

  /** Where each word is kept; null where one is not. */
  private rowsOf(words: readonly string[]): Uint32Array | null {
    const rows = new Uint32Array(words.length);
    for (let at = 0; at < words.length; at++) {
      const row = this.rows.get(words[at] ?? '');
      if (row === undefined) return null;
      rows[at] = row;
    }
    return rows;
  }

  /** Keeps what was learnt, in place of everything else where there is no room. */
  private place(learnt: ReadonlyMap<string, Float32Array>): void {
    if (this.rows.size + learnt.size > room) this.rows.clear();
    for (const [word, vector] of learnt) {
      const row = this.rows.get(word) ?? this.rows.size;
      this.rows.set(word, row);
      this.vectors.set(row, vector);
    }
  }

  private async embedMissing(words: readonly string[], learnt: Map<string, Float32Array>): Promise<void> {
    const missing = [...new Set(words)].filter((word) => !this.rows.has(word));
    for (let at = 0; at < missing.length; at += batchSize) {
      const batch = missing.slice(at, at + batchSize);
      const vectors = await this.embedder.embed(batch);
      batch.forEach((word, i) => {
        const vector = vectors[i];
        if (!vector) throw new RangeError(`The embedder gave no vector for the word “${word}”`);
        learnt.set(word, vector);
      });
    }
  }
}
