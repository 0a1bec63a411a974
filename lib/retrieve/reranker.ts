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
 * How much a passage that surely answers adds to the odds of those beside it in the same turn: who speaks for longer than
 * a passage holds often answers in several. Chosen on the tune part of the Changelog queries.
 */
const lent = 0.1;

/**
 * A linear ranking function over `featuresOf`, one for passages with enrichment and one for those without, fitted
 * together so that their scores compare (listwise softmax loss: Cao et al. 2007, ListNet).
 */
export class Reranker {
  constructor(private readonly weights: RerankerWeights) {}

  /** The candidates of one question, best first, each with a score in [0, 1]: how likely it is that the passage answers. */
  rank<T extends RerankCandidate>(candidates: readonly T[]): (T & { score: number })[] {
    const logits = candidates.map((candidate) => this.logit(candidate));
    const likely = new Map(
      candidates.map((candidate, at) => [placeOf(candidate, 0), 1 / (1 + Math.exp(-(logits[at] ?? 0)))]),
    );
    return candidates
      .map((candidate, at) => {
        const beside = [-1, 1].map((step) => likely.get(placeOf(candidate, step)) ?? 0);
        const odds = Math.exp(logits[at] ?? 0) + lent * beside.reduce((sum, other) => sum + other, 0);
        return { ...candidate, score: 1 / (1 + 1 / odds) };
      })
      .sort((a, b) => b.score - a.score || a.found.passage.id - b.found.passage.id);
  }

  private logit(candidate: RerankCandidate): number {
    return this.weights.slope * this.sum(candidate) + this.weights.offset;
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

/** Where a candidate stands, or would stand so many passages further in its turn. */
function placeOf({ found: { passage } }: RerankCandidate, step: number): string {
  return `${passage.episode} ${passage.turn} ${passage.position + step}`;
}
