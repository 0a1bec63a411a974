import { describe, expect, it } from 'vitest';
import { fitReranker } from '../../../eval/training/fit-reranker.ts';
import { Reranker, rerankerSchema } from '../../../lib/retrieve/reranker.ts';
import { madeExamples } from './made-examples.ts';

describe('fitReranker', () => {
  it('ranks first what answers questions that it has not seen', async () => {
    const weights = fitReranker([{ examples: await madeExamples(2000, 'told', 1), weight: 1 }], 0);
    const reranker = new Reranker(rerankerSchema.parse(weights));
    const asked = await madeExamples(100, 'told', 2);
    const right = asked.filter(({ candidates, answers }) => {
      const [first] = reranker.rank(candidates.map((one, at) => ({ ...one, answers: answers[at] })));
      return first?.answers;
    });
    expect(right.length).toBeGreaterThan(90);
  });

  it('gives scores that are as high as what they are given to answers often', async () => {
    const sets = [{ examples: await madeExamples(2000, 'told', 1), weight: 1 }];
    const reranker = new Reranker(fitReranker(sets, 0));
    const asked = await madeExamples(200, 'told', 3);
    const scores = asked.flatMap(({ candidates }) => reranker.rank(candidates).map(({ score }) => score));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(mean).toBeCloseTo(1 / 8, 1);
  });

  it('gives the same weights for the same seed', async () => {
    const sets = [{ examples: await madeExamples(40, 'told', 1), weight: 1 }];
    expect(fitReranker(sets, 4)).toEqual(fitReranker(sets, 4));
  });
});
