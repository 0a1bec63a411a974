import { LRUCache } from 'lru-cache';
import type { Embedder } from '../embedder.ts';

/** Of each embedder: all that people asked of a shelf of ten episodes, about 25 MB of 512 dimensions. */
const mostKept = 12_000;

const kept = new WeakMap<Pick<Embedder, 'embed'>, LRUCache<string, Float32Array>>();

/**
 * One unit vector a text, in order, as the embedder gives them; those asked for last are kept, as the parts of one
 * question, and what is compared with many questions, are met again and again.
 */
export async function rememberedVectors(
  texts: readonly string[],
  embedder: Pick<Embedder, 'embed'>,
): Promise<Float32Array[]> {
  const cache = kept.get(embedder) ?? new LRUCache<string, Float32Array>({ max: mostKept });
  kept.set(embedder, cache);
  // Taken before others that ask at the same time can crowd them out.
  const known = new Map(texts.map((text) => [text, cache.get(text)]));
  const missing = [...known].flatMap(([text, vector]) => (vector ? [] : [text]));
  const vectors = await embedder.embed(missing);
  for (const [i, text] of missing.entries()) {
    const vector = vectors[i];
    if (!vector)
      throw new RangeError(`The embedder gave ${vectors.length} vectors for ${missing.length} texts`);
    cache.set(text, vector);
    known.set(text, vector);
  }
  return texts.flatMap((text) => known.get(text) ?? []);
}
