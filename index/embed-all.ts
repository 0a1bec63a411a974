import { UserError } from '../ingest/user-error.ts';
import type { Embedder } from './embedder.ts';
import { openPassageIndex } from './open-index.ts';

/** Texts embedded in one call: enough to be fast, few enough to report progress and to stop soon. */
const batchSize = 32;

/**
 * One vector a text, in order. Equal texts are embedded once, and those in `known` not at all.
 * Throws the signal's reason where it is aborted between two batches.
 */
export async function embedAll(
  texts: readonly string[],
  embedder: Embedder,
  options: {
    known: ReadonlyMap<string, Float32Array>;
    onProgress?: (done: number, total: number) => void;
    signal?: AbortSignal;
  },
): Promise<Float32Array[]> {
  const vectors = new Map<string, Float32Array>();
  const wanted = new Set<string>();
  for (const text of texts) {
    const known = options.known.get(text);
    if (known) vectors.set(text, known);
    else wanted.add(text);
  }
  // A batch is padded to its longest text, so texts of like length go together.
  const queue = [...wanted].sort((a, b) => a.length - b.length);
  for (let done = 0; done < queue.length; done += batchSize) {
    options.signal?.throwIfAborted();
    options.onProgress?.(done, queue.length);
    const batch = queue.slice(done, done + batchSize);
    const embedded = await embedder.embed(batch);
    batch.forEach((text, i) => {
      const vector = embedded[i];
      if (!vector)
        throw new RangeError(`${embedder.name} gave ${embedded.length} vectors for ${batch.length} texts`);
      vectors.set(text, vector);
    });
  }
  options.onProgress?.(queue.length, queue.length);
  return texts.map((text) => {
    const vector = vectors.get(text);
    if (!vector) throw new RangeError('a text was not embedded');
    return vector;
  });
}

/** The vectors of the live generation by their text; empty where there is none that this embedder can use. */
export async function vectorsOfLiveGeneration(
  indexFolder: string,
  embedder: Embedder,
): Promise<ReadonlyMap<string, Float32Array>> {
  try {
    const live = await openPassageIndex(indexFolder, embedder);
    try {
      return live.textVectors();
    } finally {
      await live.close();
    }
  } catch (error) {
    // Missing, damaged, or made by another model: then everything is embedded anew.
    if (error instanceof UserError) return new Map();
    throw error;
  }
}
