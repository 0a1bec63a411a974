import type { Embedder } from '../../index/embedder.ts';
import type { Shelf } from '../shelf.ts';
import type { Understanding } from '../understand/understand.ts';
import { featuresOf } from './features.ts';
import { gather } from './gather.ts';
import type { Gathered } from './gather.ts';
import { smoothed } from './smooth.ts';

/** As many passages are re-ranked. */
const most = 100;

/** A guest's words win over the host's where both speak to the question, unless it is about the host. */
const hostShare = 0.85;

/** A passage that goes to the re-ranker. */
export interface RerankCandidate {
  found: Gathered;
  /** In the order of `featureNames`. */
  features: Float64Array;
}

/** The best passages by the fused and smoothed score, with what the re-ranker looks at. */
export async function candidatesFor(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<RerankCandidate[]> {
  const gathered = await gather(understanding, { shelf, embedder });
  const scores = smoothed(gathered);
  const aboutHost = understanding.entities.some(({ kind }) => kind === 'host');
  const best = gathered
    .map((found, i) => {
      const share = found.passage.role === 'host' && !aboutHost ? hostShare : 1;
      return { found, score: share * (scores[i] ?? 0) };
    })
    .sort((a, b) => b.score - a.score || a.found.passage.id - b.found.passage.id)
    .slice(0, most)
    .map(({ found }) => found);
  const rows = featuresOf(best, understanding, shelf.idf);
  return best.flatMap((found, i) => {
    const features = rows[i];
    return features ? [{ found, features }] : [];
  });
}
