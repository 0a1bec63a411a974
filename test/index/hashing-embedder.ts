import { createHash } from 'node:crypto';
import type { Embedder } from '../../index/embedder.ts';

/** Unit vectors that depend on a text's words alone: shared words, nearer vectors. Counts what it embeds. */
export class HashingEmbedder implements Embedder {
  embedded: string[] = [];

  constructor(
    readonly name = 'hashing',
    readonly dimensions = 32,
    readonly revision = 'one',
  ) {}

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded.push(...texts);
    return texts.map((text) => this.vector(text));
  }

  vector(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
      const digest = createHash('sha256').update(word).digest();
      for (let i = 0; i < this.dimensions; i++) vector[i] = (vector[i] ?? 0) + digest.readInt8(i % 32) / 128;
    }
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  }

  async close(): Promise<void> {
    this.embedded = [];
  }
}
