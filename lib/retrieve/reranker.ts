import { z } from 'zod';
import type { RerankCandidate } from './candidates.ts';
import { featureNames } from './features.ts';

const weightsSchema = z.array(z.number()).length(featureNames.length);

/** Weights as `underdog-answers train` writes them. */
export const rerankerSchema = z.object({
  features: z.array(z.enum(featureNames)).length(featureNames.length),
  /** Of each feature over the training candidates. */
  mean: weightsSchema,
  deviation: weightsSchema,
  /** For passages that readers wrote questions about, and for those that nobody did. */
  enriched: weightsSchema,
  bare: weightsSchema,
  /** What makes a logit of it: whether the passage answers the question. */
  slope: z.number(),
  offset: z.number(),
});
export type RerankerWeights = z.infer<typeof rerankerSchema>;

/**
 * A linear ranking function over `featuresOf`, one for passages with enrichment and one for those without, fitted
 * together so that their scores compare (listwise softmax loss: Cao et al. 2007, ListNet).
 */
export class Reranker {
  constructor(private readonly weights: RerankerWeights) {}

  /** In (0, 1): how likely it is that the passage answers. */
  score(candidate: RerankCandidate): number {
    const { slope, offset } = this.weights;
    return 1 / (1 + Math.exp(-(slope * this.sum(candidate) + offset)));
  }

  /** The weighted sum of the standardised features, any scale: what `slope` and `offset` make a logit of. */
  sum({ found, features }: RerankCandidate): number {
    const { mean, deviation } = this.weights;
    const weights = found.passage.enrichment === null ? this.weights.bare : this.weights.enriched;
    let sum = 0;
    for (const [i, weight] of weights.entries()) {
      sum += (weight * ((features[i] ?? 0) - (mean[i] ?? 0))) / (deviation[i] ?? 1);
    }
    return sum;
  }
}
