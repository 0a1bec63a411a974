import type { Embedder } from '../../index/embedder.ts';
import type { IndexedPassage } from '../../index/passage-index.ts';
import type { Shelf } from '../shelf.ts';
import type { Understanding } from '../understand/understand.ts';
import { gather } from './gather.ts';
import type { Gathered } from './gather.ts';
import { smoothed } from './smooth.ts';

/** A passage that may answer. */
export interface Ranked {
  passage: IndexedPassage;
  /** In [0, 1]; comparable within one question. */
  score: number;
  /** The enrichment question of the passage that is nearest to the one asked. */
  nearestQuestion?: string;
}

/** What a shelf has on a question. */
export interface Retrieval {
  understanding: Understanding;
  /** Best first, at most 60. */
  ranked: Ranked[];
  /** In [0, 1]: how sure it is that the shelf answers the question. */
  confidence: number;
}

const most = 60;

/** A guest's words win over the host's where both speak to the question, unless it is about the host. */
const hostShare = 0.85;

/** Finds the passages of a shelf that speak to a question. */
export async function retrieve(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Retrieval> {
  const gathered = await gather(understanding, { index: shelf.index, embedder });
  const scores = smoothed(gathered);
  const aboutHost = understanding.entities.some(({ kind }) => kind === 'host');
  const scored = gathered
    .map((found, i) => {
      const share = found.passage.role === 'host' && !aboutHost ? hostShare : 1;
      return { found, score: share * (scores[i] ?? 0) };
    })
    .sort((a, b) => b.score - a.score || a.found.passage.id - b.found.passage.id);
  return {
    understanding,
    ranked: scored.slice(0, most).map(({ found: { passage, nearestQuestion }, score }) => ({
      passage,
      score,
      nearestQuestion,
    })),
    confidence: confidenceIn(scored.map(({ found }) => found)),
  };
}

/** The nearest that any of the first few passages, or a question it answers, comes to the question. */
function confidenceIn(bestFirst: readonly Gathered[]): number {
  const nearness = bestFirst.slice(0, 3).map(({ cosine, views }) => Math.max(cosine, views.question ?? 0));
  return Math.min(1, Math.max(0, ...nearness));
}
