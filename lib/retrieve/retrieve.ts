import type { Embedder } from '../../index/embedder.ts';
import type { IndexedPassage } from '../../index/passage-index.ts';
import type { Shelf } from '../shelf.ts';
import type { Understanding } from '../understand/understand.ts';
import { candidatesFor } from './candidates.ts';
import { likelihood } from '../quadratic-logistic.ts';
import { confidenceSchema, evidenceOf } from './confidence.ts';
import type { Witness } from './confidence.ts';
import { offTopicCosine } from './off-topic.ts';
import { neighbourhood, readingOf } from './reading.ts';
import { Reranker, rerankerSchema } from './reranker.ts';
import { readersCosines } from './readers-cosines.ts';
import trained from './trained.json' with { type: 'json' };

/** A passage that may answer. */
export interface Ranked {
  passage: IndexedPassage;
  /** In [0, 1]: how likely it is that the passage answers. */
  score: number;
  /** The enrichment question of the passage that is nearest to the one asked. */
  nearestQuestion?: string;
  /** By span of the passage, how many of the questions written about it are near to the one asked. */
  votes: readonly number[];
}

/** What a shelf has on a question. */
export interface Retrieval {
  understanding: Understanding;
  /** Best first, at most 120. */
  ranked: Ranked[];
  /** In [0, 1]: how likely it is that the shelf answers the question. */
  confidence: number;
}

const reranker = new Reranker(rerankerSchema.parse(trained.reranker));
const confidenceWeights = confidenceSchema.parse(trained.confidence);

/** Finds the passages of a shelf that speak to a question. */
export async function retrieve(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Retrieval> {
  const candidates = await candidatesFor(understanding, { shelf, embedder });
  const scored = reranker.rank(candidates);
  return {
    understanding,
    ranked: scored.map(({ found: { passage, nearestQuestion, votes }, score }) => ({
      passage,
      score,
      nearestQuestion,
      votes,
    })),
    confidence: await confidenceOf(scored, understanding, { shelf, embedder }),
  };
}

async function confidenceOf(
  bestFirst: readonly Witness[],
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<number> {
  if (bestFirst.length === 0) return 0;
  const reading = readingOf(bestFirst.map(({ found }) => found.passage));
  const near = bestFirst.slice(0, neighbourhood).map(({ found }) => found);
  const [readers, offTopic] =
    reading === 'enriched'
      ? await Promise.all([
          readersCosines(near, understanding, embedder),
          offTopicCosine(understanding, embedder),
        ])
      : [[], 0];
  const evidence = evidenceOf(bestFirst, understanding, { idf: shelf.idf, readers, offTopic });
  return likelihood(evidence, confidenceWeights[reading]);
}
