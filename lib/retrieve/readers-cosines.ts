import { LRUCache } from 'lru-cache';
import type { Embedder } from '../../index/embedder.ts';
import { cosine } from '../../index/vectors/vector-table.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Gathered } from './gather.ts';

/** About 20 MB. */
const mostKept = 10_000;

/** Vectors of what was asked, by who embedded them: the same are met again and again. */
const kept = new WeakMap<Embedder, LRUCache<string, Float32Array>>();

/** How near what people asked comes to a question, in [0, 1]; 0 where nobody has asked. */
export interface ReadersCosines {
  /** What a passage answers. */
  asked: number;
  /** What nobody answers, though the passage comes near. */
  untold: number;
}

/** Of each passage the highest cosines of what people asked to a question (of several parts, by their weights). */
export async function readersCosines(
  found: readonly Pick<Gathered, 'passage'>[],
  { parts }: Pick<Understanding, 'parts'>,
  embedder: Embedder,
): Promise<ReadersCosines[]> {
  const lists = found.map(({ passage: { enrichment } }) => ({
    asked: enrichment?.asked ?? [],
    untold: enrichment?.untold ?? [],
  }));
  const texts = lists.flatMap(({ asked, untold }) => [...asked, ...untold]);
  if (texts.length === 0) return found.map(() => ({ asked: 0, untold: 0 }));
  const cache = kept.get(embedder) ?? new LRUCache<string, Float32Array>({ max: mostKept });
  kept.set(embedder, cache);
  // Taken before others that ask at the same time can crowd them out.
  const known = new Map(texts.map((text) => [text, cache.get(text)]));
  const missing = [...known].flatMap(([text, vector]) => (vector ? [] : [text]));
  const vectors = await embedder.embed([...parts.map(({ text }) => text), ...missing]);
  const question = vectors.slice(0, parts.length);
  for (const [i, text] of missing.entries()) {
    const vector = vectors[parts.length + i];
    if (!vector) throw new RangeError(`${embedder.name} gave no vector for “${text}”`);
    cache.set(text, vector);
    known.set(text, vector);
  }
  const nearness = (text: string): number => {
    const vector = known.get(text);
    return vector
      ? question.reduce((sum, part, i) => sum + (parts[i]?.weight ?? 0) * cosine(vector, part), 0)
      : 0;
  };
  const nearest = (some: readonly string[]): number => Math.max(0, ...some.map(nearness));
  return lists.map(({ asked, untold }) => ({ asked: nearest(asked), untold: nearest(untold) }));
}
