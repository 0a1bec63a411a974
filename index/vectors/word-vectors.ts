import { LRUCache } from 'lru-cache';
import type { Embedder, WordCosines } from '../embedder.ts';
import { QuantisedVectors } from './quantised-vectors.ts';
import { rememberedVectors } from './remembered-vectors.ts';

/** About 10 MB of 512 dimensions: all words of a small shelf, and of a large one those of what is asked about. */
const room = 20_000;
const batchSize = 256;

/** At most 20 MB: names and the field's words come in one question after the other. */
const mostTerms = 256;

/** The vectors of single words, each embedded once and kept, rounded, until there is no more room. */
export class WordVectors implements WordCosines {
  private readonly rows = new Map<string, number>();
  private readonly vectors: QuantisedVectors;
  /** By vocabulary, the row of each word by its number; -1 where none is known. */
  private rowsByNumber = new WeakMap<readonly string[], Int32Array>();
  /** By term, its cosines with the words of the first rows. */
  private readonly near = new LRUCache<string, Float32Array>({ max: mostTerms });

  constructor(private readonly embedder: Pick<Embedder, 'embed' | 'dimensions'>) {
    this.vectors = QuantisedVectors.empty(room, embedder.dimensions);
  }

  async cosines(
    terms: readonly string[],
    vocabulary: readonly string[],
    numbers: Uint32Array,
  ): Promise<Float32Array[]> {
    const vectors = await rememberedVectors(terms, this.embedder);
    const cosines = terms.map(() => new Float32Array(vocabulary.length));
    for (let from = 0; from < numbers.length; from += room) {
      const some = numbers.subarray(from, from + room);
      const learnt = new Map<string, Float32Array>();
      while (!this.hasAll(some, vocabulary)) {
        await this.embedMissing(some, vocabulary, learnt);
        // Others that ask at the same time may forget these words again, but not before the next await.
        this.place(learnt);
      }
      const rows = this.rowsOf(vocabulary);
      terms.forEach((term, i) => {
        const near = this.nearTo(term, vectors[i] ?? new Float32Array());
        const row = cosines[i] ?? new Float32Array();
        for (let at = 0; at < some.length; at++) {
          const number = some[at] ?? 0;
          row[number] = near[rows[number] ?? 0] ?? 0;
        }
      });
    }
    return cosines;
  }

  /** A term's cosines by row; those that it has already are not worked out again. */
  private nearTo(term: string, vector: Float32Array): Float32Array {
    const known = this.near.get(term) ?? new Float32Array(0);
    if (known.length >= this.rows.size) return known;
    const all = new Float32Array(this.rows.size);
    all.set(known);
    all.set(this.vectors.query(vector).cosines(known.length, all.length), known.length);
    this.near.set(term, all);
    return all;
  }

  private rowsOf(vocabulary: readonly string[]): Int32Array {
    const known = this.rowsByNumber.get(vocabulary) ?? new Int32Array(0);
    if (known.length >= vocabulary.length) return known;
    const all = new Int32Array(2 * vocabulary.length).fill(-1);
    all.set(known);
    this.rowsByNumber.set(vocabulary, all);
    return all;
  }

  private hasAll(numbers: Uint32Array, vocabulary: readonly string[]): boolean {
    const rows = this.rowsOf(vocabulary);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (rows[number] !== -1) continue;
      const row = this.rows.get(vocabulary[number] ?? '');
      if (row === undefined) return false;
      rows[number] = row;
    }
    return true;
  }

  /** Keeps what was learnt, in place of everything else where there is no room. */
  private place(learnt: ReadonlyMap<string, Float32Array>): void {
    const isNew = (word: string): boolean => !this.rows.has(word);
    if (this.rows.size + [...learnt.keys()].filter(isNew).length > room) {
      this.rows.clear();
      this.near.clear();
      this.rowsByNumber = new WeakMap();
    }
    for (const [word, vector] of learnt) {
      if (this.rows.has(word)) continue;
      const row = this.rows.size;
      this.rows.set(word, row);
      this.vectors.set(row, vector);
    }
  }

  private async embedMissing(
    numbers: Uint32Array,
    vocabulary: readonly string[],
    learnt: Map<string, Float32Array>,
  ): Promise<void> {
    const words = new Set(Array.from(numbers, (number) => vocabulary[number] ?? ''));
    const missing = [...words].filter((word) => !this.rows.has(word));
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
