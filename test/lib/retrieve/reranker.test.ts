import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RerankCandidate } from '../../../lib/retrieve/candidates.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import { Reranker, rerankerSchema } from '../../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../../lib/retrieve/reranker.ts';
import trained from '../../../lib/retrieve/trained.json' with { type: 'json' };
import { sampleShelf } from '../../index/sample-shelf.ts';

const size = featureNames.length;
const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size, maxLength: size });

function weightsOf(enriched: number[], bare: number[]): RerankerWeights {
  const [mean, deviation] = [new Array<number>(size).fill(0.5), new Array<number>(size).fill(2)];
  return { features: [...featureNames], mean, deviation, enriched, bare, slope: 0.5, offset: -1 };
}

function candidate(features: number[], isEnriched: boolean): RerankCandidate {
  const [passage] = sampleShelf().passages;
  if (!passage) throw new Error('The sample has no passage');
  const enrichment = isEnriched
    ? { questions: [], plain: [], gist: '', topics: [], points: [], themes: [], asked: [], untold: [] }
    : null;
  const read = {
    passage: { ...passage, enrichment, id: 0, vector: new Float32Array() },
    said: new Set<string>(),
  };
  const found = {
    ...read,
    all: read.said,
    saidWords: new Uint32Array(),
    aroundWords: new Uint32Array(),
    views: {},
    cosine: 0,
    topicCosine: 0,
    base: 0,
    votes: [],
  };
  return { found, features: Float64Array.from(features) };
}

describe('Reranker', () => {
  it('is the logistic of a weighted sum of standardised features, with weights of its own for bare passages', () => {
    fc.assert(
      fc.property(values, values, values, fc.boolean(), (features, enriched, bare, isEnriched) => {
        const weights = isEnriched ? enriched : bare;
        const sum = features.reduce((total, value, i) => total + (weights[i] ?? 0) * ((value - 0.5) / 2), 0);
        const score = new Reranker(weightsOf(enriched, bare)).score(candidate(features, isEnriched));
        expect(score).toBeCloseTo(1 / (1 + Math.exp(1 - 0.5 * sum)), 10);
      }),
    );
  });

  it('refuses weights of other features', () => {
    const weights = weightsOf(new Array<number>(size).fill(0), new Array<number>(size).fill(0));
    expect(rerankerSchema.safeParse(weights).success).toBe(true);
    expect(rerankerSchema.safeParse({ ...weights, bare: [1] }).success).toBe(false);
    expect(rerankerSchema.safeParse({ ...weights, features: weights.features.slice(1) }).success).toBe(false);
  });

  it('comes with weights that fit the features as they are named and ordered now', () => {
    expect(rerankerSchema.parse(trained.reranker).features).toEqual([...featureNames]);
  });
});
