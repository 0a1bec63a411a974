import type { Embedder } from '../../index/embedder.ts';
import { rememberedVectors } from '../../index/vectors/remembered-vectors.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Gathered } from './gather.ts';
import { partCosine } from './part-cosine.ts';

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
  const asked = parts.map(({ text }) => text);
  const vectors = await rememberedVectors([...asked, ...texts], embedder);
  const vectorOf = new Map(texts.map((text, i) => [text, vectors[asked.length + i]]));
  const nearness = (text: string): number => {
    const vector = vectorOf.get(text);
    return vector ? partCosine(parts, vectors, vector) : 0;
  };
  const nearest = (some: readonly string[]): number => Math.max(0, ...some.map(nearness));
  return lists.map(({ asked, untold }) => ({ asked: nearest(asked), untold: nearest(untold) }));
}
