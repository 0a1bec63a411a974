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
 * question asked (of several parts, by their weights); 0 where readers noted none. `except` is left out.
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
  if (untold.every((texts) => texts.length === 0)) return found.map(() => 0);
  const cache = kept.get(embedder) ?? new LRUCache<string, Float32Array>({ max: mostKept });
  kept.set(embedder, cache);
  // Taken before others that ask at the same time can crowd them out.
  const known = new Map(untold.flat().map((text) => [text, cache.get(text)]));
  const missing = [...known].flatMap(([text, vector]) => (vector ? [] : [text]));
  const vectors = await embedder.embed([...parts.map(({ text }) => text), ...missing]);
  const asked = vectors.slice(0, parts.length);
  for (const [i, text] of missing.entries()) {
    const vector = vectors[parts.length + i];
    if (!vector) throw new RangeError(`${embedder.name} gave no vector for “${text}”`);
    cache.set(text, vector);
    known.set(text, vector);
  }
  const nearness = (text: string): number => {
    const vector = known.get(text);
    return vector
      ? asked.reduce((sum, part, i) => sum + (parts[i]?.weight ?? 0) * cosine(vector, part), 0)
      : 0;
  };
  return untold.map((texts) => Math.max(0, ...texts.map(nearness)));
}
