import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RerankCandidate } from '../../../lib/retrieve/candidates.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import { Reranker, rerankerSchema } from '../../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../../lib/retrieve/reranker.ts';
import trained from '../../../lib/retrieve/trained.json' with { type: 'json' };
import { nothingWritten } from '../../fixtures/nothing-written.ts';
import { rerankCandidate } from '../../fixtures/rerank-candidate.ts';

const size = featureNames.length;
const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size, maxLength: size });

function weightsOf(enriched: number[], bare: number[]): RerankerWeights {
  const [mean, deviation] = [new Array<number>(size).fill(0.5), new Array<number>(size).fill(2)];
  return { features: [...featureNames], mean, deviation, enriched, bare, slope: 0.5, offset: -1 };
}

function candidate(
  features: number[],
  isEnriched: boolean,
  place: { episode?: number; position?: number; turn?: number; id?: number } = {},
): RerankCandidate {
  return rerankCandidate(Float64Array.from(features), {
    enrichment: isEnriched ? nothingWritten : null,
    ...place,
  });
}

describe('Reranker', () => {
  it('is the logistic of a weighted sum of standardised features, with weights of its own for bare passages', () => {
    fc.assert(
      fc.property(values, values, values, fc.boolean(), (features, enriched, bare, isEnriched) => {
        const weights = isEnriched ? enriched : bare;
        const sum = features.reduce((total, value, i) => total + (weights[i] ?? 0) * ((value - 0.5) / 2), 0);
        const [ranked] = new Reranker(weightsOf(enriched, bare)).rank([candidate(features, isEnriched)]);
        expect(ranked?.score).toBeCloseTo(1 / (1 + Math.exp(1 - 0.5 * sum)), 10);
      }),
    );
  });

  it('lends to what stands beside a passage in its turn, and to nothing else', () => {
    const ones = new Array<number>(size).fill(1);
    const reranker = new Reranker(weightsOf(ones, ones));
    const likely = new Array<number>(size).fill(1);
    const unlikely = new Array<number>(size).fill(0);
    const [sure, alone] = reranker.rank([
      candidate(likely, true, { position: 5, turn: 2, id: 0 }),
      candidate(unlikely, true, { position: 9, turn: 2, id: 1 }),
    ]);
    const scoreBeside = (place: { episode?: number; position: number; turn: number }): number | undefined => {
      const ranked = reranker.rank([
        candidate(likely, true, { position: 5, turn: 2, id: 0 }),
        candidate(unlikely, true, { ...place, id: 1 }),
      ]);
      expect(ranked.map(({ found }) => found.passage.id)).toEqual([0, 1]);
      return ranked[1]?.score;
    };
    const lone = alone?.score ?? 0;
    const odds = lone / (1 - lone) + 0.1 * (sure?.score ?? 0);
    expect(scoreBeside({ position: 4, turn: 2 })).toBeCloseTo(odds / (1 + odds), 10);
    expect(scoreBeside({ position: 6, turn: 2 })).toBeCloseTo(odds / (1 + odds), 10);
    expect(scoreBeside({ position: 6, turn: 3 })).toBeCloseTo(lone, 10);
    expect(scoreBeside({ position: 7, turn: 2 })).toBeCloseTo(lone, 10);
    expect(scoreBeside({ episode: 99, position: 6, turn: 2 })).toBeCloseTo(lone, 10);
  });

  it('ranks first what is surer than numbers can say', () => {
    const thousands = new Array<number>(size).fill(1e3);
    const reranker = new Reranker(weightsOf(thousands, thousands));
    const found = [0, 1, 2].map((id) =>
      candidate(new Array<number>(size).fill(id === 1 ? 2 : -2), true, { position: id, turn: 0, id }),
    );
    const ranked = reranker.rank(found);
    expect(ranked.map(({ found: { passage } }) => passage.id)).toEqual([1, 0, 2]);
    expect(ranked[0]?.score).toBe(1);
    expect(ranked.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  it('ranks what is as likely by its place on the shelf', () => {
    const zeros = new Array<number>(size).fill(0);
    const same = [3, 1, 2].map((id) => candidate(zeros, true, { position: 10 * id, turn: id, id }));
    const ranked = new Reranker(weightsOf(zeros, zeros)).rank(same);
    expect(ranked.map(({ found }) => found.passage.id)).toEqual([1, 2, 3]);
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
