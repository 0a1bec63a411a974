import type { Embedder } from '../../index/embedder.ts';
import type { IndexedPassage, PassageIndex, View } from '../../index/passage-index.ts';
import { contentWords } from '../../lib/understand/terms.ts';
import type { System } from './system.ts';

/** Rank that counts half in reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const fusionConstant = 60;

/** The ten best by these views of an index: one as it stands, several by reciprocal rank fusion. */
export function plainSearch(
  name: string,
  views: readonly View[],
  { index, embedder }: { index: PassageIndex; embedder: Embedder },
): System<IndexedPassage> {
  return {
    name,
    async ask({ question, filters }) {
      const [vector] = await embedder.embed([question]);
      if (!vector) throw new RangeError('The embedder gave no vector');
      const candidates = await index.candidates({
        terms: contentWords(question),
        vector,
        filter: { episodes: filters?.episodes, speakers: filters?.guests },
        limit: 100,
      });
      const fused = new Map<number, number>();
      for (const view of views) {
        candidates
          .flatMap(({ id, scores }) => (scores[view] === undefined ? [] : [{ id, score: scores[view] }]))
          .sort((a, b) => b.score - a.score || a.id - b.id)
          .forEach(({ id }, rank) => {
            fused.set(id, (fused.get(id) ?? 0) + 1 / (fusionConstant + rank + 1));
          });
      }
      const best = [...fused].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 10);
      return { retrieved: await index.passages(best.map(([id]) => id)) };
    },
  };
}
