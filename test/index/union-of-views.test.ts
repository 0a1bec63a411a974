import { expect, it } from 'vitest';
import { unionOfViews } from '../../index/union-of-views.ts';

it('holds each passage once, with the score of each view that found it', () => {
  const hits = {
    text: [{ id: 4, score: 2 }],
    context: [
      { id: 4, score: 3 },
      { id: 7, score: 1 },
    ],
    passage: [{ id: 9, score: 0.5 }],
  };
  const questions = [{ id: 9, score: 0.8, nearestQuestion: 'Why nine?', votes: [0, 0.2] }];
  expect(unionOfViews(hits, questions)).toEqual([
    { id: 4, scores: { text: 2, context: 3 }, votes: [] },
    { id: 7, scores: { context: 1 }, votes: [] },
    { id: 9, scores: { passage: 0.5, question: 0.8 }, nearestQuestion: 'Why nine?', votes: [0, 0.2] },
  ]);
});
