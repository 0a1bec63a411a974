import { LRUCache } from 'lru-cache';
import type { Embedder } from '../../index/embedder.ts';
import { cosine } from '../../index/vectors/vector-table.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Gathered } from './gather.ts';

/** About 10 MB. */
const mostKept = 5000;

/** Vectors of such questions, by who embedded them: the same are met again and again. */
const kept = new WeakMap<Embedder, LRUCache<string, Float32Array>>();

/**
 * Of each passage the highest cosine, in [0, 1], of a question that is near to it and that nobody answers, to the
 * question asked; 0 where readers noted none. `except` is left out.
 */
export async function untoldCosines(
  found: readonly Pick<Gathered, 'passage'>[],
  { parts }: Pick<Understanding, 'parts'>,
  embedder: Embedder,
  except?: string,
): Promise<number[]> {
  const untold = found.map(({ passage }) =>
    (passage.enrichment?.untold ?? []).filter((text) => text !== except),
  );
  const [main] = parts;
  if (!main || untold.every((texts) => texts.length === 0)) return found.map(() => 0);
  const cache = kept.get(embedder) ?? new LRUCache<string, Float32Array>({ max: mostKept });
  kept.set(embedder, cache);
  const missing = [...new Set(untold.flat())].filter((text) => !cache.has(text));
  const [asked, ...vectors] = await embedder.embed([main.text, ...missing]);
  if (!asked) throw new RangeError(`${embedder.name} gave no vector`);
  const fresh = new Map(missing.map((text, i) => [text, vectors[i]]));
  for (const [text, vector] of fresh) if (vector) cache.set(text, vector);
  return untold.map((texts) =>
    texts.reduce((most, text) => {
      const vector = fresh.get(text) ?? cache.get(text);
      return vector ? Math.max(most, cosine(vector, asked)) : most;
    }, 0),
  );
}
