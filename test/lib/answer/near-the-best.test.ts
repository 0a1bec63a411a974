import { expect, it } from 'vitest';
import { nearTheBest } from '../../../lib/answer/near-the-best.ts';
import type { Ranked } from '../../../lib/retrieve/retrieve.ts';
import { inventedEpisodes } from '../invented-shelf.ts';

const [passage] = inventedEpisodes().passages;
const ranked = (...scores: number[]): Ranked[] =>
  scores.map((score, id) => {
    if (!passage) throw new RangeError('no passage');
    return { passage: { ...passage, id, vector: new Float32Array() }, score, votes: [] };
  });

it('keeps what comes near to the best, and no more than it may', () => {
  const kept = (scores: number[], share: number, most: number): number[] =>
    nearTheBest(ranked(...scores), { share, most }).map(({ score }) => score);
  expect(kept([0.8, 0.5, 0.3], 0.5, 4)).toEqual([0.8, 0.5]);
  expect(kept([0.8, 0.8, 0.7], 0.5, 2)).toEqual([0.8, 0.8]);
  expect(kept([], 0.5, 2)).toEqual([]);
});
