import { z } from 'zod';
import type { Embedder } from '../../index/embedder.ts';
import { rememberedVectors } from '../../index/vectors/remembered-vectors.ts';
import { OncePer } from '../once-per.ts';
import type { Understanding } from '../understand/understand.ts';
import questions from './off-topic.json' with { type: 'json' };
import { partCosine } from './part-cosine.ts';

/** What people type into any box: everyday questions, orders and chit-chat. */
const offTopic = z.array(z.string()).parse(questions);

/** How many count: the nearest alone may share no more than a word with a question. */
const nearest = 3;

/** In one batch, each would be as long as the longest. */
const batch = 64;

const vectorsByEmbedder = new OncePer<Embedder, Float32Array[]>();

/**
 * How near a question (of several parts, by their weights) comes to what has nothing to do with any shelf of interviews:
 * the mean cosine of the three nearest.
 */
export async function offTopicCosine(
  { parts }: { parts: readonly Pick<Understanding['parts'][0], 'text' | 'weight'>[] },
  embedder: Embedder,
): Promise<number> {
  const others = await vectorsByEmbedder.get(embedder, () => embedded(embedder));
  const asked = await rememberedVectors(
    parts.map(({ text }) => text),
    embedder,
  );
  const best = others
    .map((other) => partCosine(parts, asked, other))
    .sort((a, b) => b - a)
    .slice(0, nearest);
  return best.reduce((sum, one) => sum + one, 0) / nearest;
}

async function embedded(embedder: Embedder): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < offTopic.length; at += batch) {
    vectors.push(...(await embedder.embed(offTopic.slice(at, at + batch))));
  }
  return vectors;
}
