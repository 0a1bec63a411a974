import { z } from 'zod';
import { embedAll } from '../../index/embed-all.ts';
import type { Embedder } from '../../index/embedder.ts';
import { rememberedVectors } from '../../index/vectors/remembered-vectors.ts';
import type { VectorTable } from '../../index/vectors/vector-table.ts';
import { OncePer } from '../once-per.ts';
import type { Understanding } from '../understand/understand.ts';
import questions from './off-topic.json' with { type: 'json' };
import { partCosine } from './part-cosine.ts';

/** What people type into any box: everyday questions, orders and chit-chat. */
const offTopic = z.array(z.string()).parse(questions);

/** How many count: the nearest alone may share no more than a word with a question. */
const nearest = 3;

const vectorsByEmbedder = new OncePer<Embedder, VectorTable>();

/**
 * How near a question (of several parts, by their weights) comes to what has nothing to do with any shelf of interviews:
 * the mean cosine of the three nearest.
 */
export async function offTopicCosine(
  { parts }: { parts: readonly Pick<Understanding['parts'][0], 'text' | 'weight'>[] },
  embedder: Embedder,
): Promise<number> {
  const others = await vectorsByEmbedder.get(embedder, () => embedAll(offTopic, embedder));
  const asked = await rememberedVectors(
    parts.map(({ text }) => text),
    embedder,
  );
  const best = offTopic
    .map((_, row) => partCosine(parts, asked, others.at(row)))
    .sort((a, b) => b - a)
    .slice(0, nearest);
  return best.reduce((sum, one) => sum + one, 0) / nearest;
}
