import { featureNames } from '../../lib/retrieve/features.ts';
import { Reranker } from '../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../lib/retrieve/reranker.ts';
import type { Example } from './examples.ts';
import { fitLogistic } from './fit-logistic.ts';
import { fitRanking } from './fit-ranking.ts';
import type { RankingGroup } from './fit-ranking.ts';
import { randomNumbers } from '../random-numbers.ts';
import { rounded } from './rounded.ts';

/** Questions with how much each counts. */
export interface Weighted {
  examples: readonly Example[];
  weight: number;
}

/** Fits the ranking function to what was found for questions. */
export function fitReranker(sets: readonly Weighted[], seed: number): RerankerWeights {
  const all = sets.flatMap(({ examples }) => examples);
  const rows = all.flatMap(({ candidates }) => candidates.map(({ features }) => features));
  const mean = featureNames.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
  const deviation = mean.map((centre, i) => {
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - centre) ** 2, 0) / rows.length;
    return Math.sqrt(variance) + 1e-3;
  });
  const groupOf = ({ candidates, answers }: Example, weight: number): RankingGroup => ({
    weight,
    candidates: candidates.map(({ found, features }, at) => ({
      features: features.map((value, i) => (value - (mean[i] ?? 0)) / (deviation[i] ?? 1)),
      isEnriched: found.passage.enrichment !== null,
      answers: answers[at] ?? false,
    })),
  });
  const groups = sets.flatMap(({ examples, weight }) => examples.map((example) => groupOf(example, weight)));
  const { enriched, bare } = fitRanking(groups, featureNames.length, randomNumbers(seed));
  const shape = {
    features: [...featureNames],
    mean: rounded(mean),
    deviation: rounded(deviation),
    enriched: rounded(enriched),
    bare: rounded(bare),
  };
  const raw = new Reranker({ ...shape, slope: 1, offset: 0 });
  const { weights, offset } = fitLogistic(
    all.flatMap(({ candidates, answers }) =>
      candidates.slice(0, 20).map(({ found, features }, at) => ({
        values: [raw.sum({ found, features })],
        isTrue: answers[at] ?? false,
        weight: 1,
      })),
    ),
  );
  return { ...shape, slope: rounded(weights)[0] ?? 1, offset: rounded([offset])[0] ?? 0 };
}
