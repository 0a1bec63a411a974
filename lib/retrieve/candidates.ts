import type { Embedder } from '../../index/embedder.ts';
import type { Shelf } from '../shelf.ts';
import type { Understanding } from '../understand/understand.ts';
import { featuresOf } from './features.ts';
import { gather } from './gather.ts';
import type { Gathered } from './gather.ts';
import { lateInteraction } from './late-interaction.ts';

/** A passage that goes to the re-ranker. */
export interface RerankCandidate {
  found: Gathered;
  /** In the order of `featureNames`. */
  features: Float64Array;
}

/** The passages that may answer, best first by the fused score, with what the re-ranker looks at. */
export async function candidatesFor(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<RerankCandidate[]> {
  const gathered = await gather(understanding, { shelf, embedder });
  const { idf } = shelf;
  const late = await lateInteraction(gathered, understanding, {
    idf,
    vocabulary: shelf.reader.words,
    words: embedder.words,
  });
  const rows = featuresOf(gathered, late, understanding, idf);
  return gathered.flatMap((found, i) => {
    const features = rows[i];
    return features ? [{ found, features }] : [];
  });
}
