import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addVote, cosineOf, voteOf } from '../../../index/vectors/votes.ts';

const cosines = fc.double({ min: -1, max: 1, noNaN: true });

describe('votes', () => {
  it('are counted for their part, in any order', () => {
    const byPart: number[] = [];
    addVote(byPart, 2, 0.5);
    addVote(byPart, 0, 0.25);
    addVote(byPart, 2, 0.25);
    expect(byPart).toEqual([0.25, 0, 0.75]);
  });

  it('count the more the nearer, from nothing to 1', () => {
    expect(voteOf(1)).toBe(1);
    expect(voteOf(0.29)).toBe(0);
    fc.assert(
      fc.property(cosines, cosines, (a, b) => {
        expect(voteOf(Math.max(a, b))).toBeGreaterThanOrEqual(voteOf(Math.min(a, b)));
      }),
    );
  });

  it('are as a cosine at least the nearest of those that voted', () => {
    expect(cosineOf(0)).toBe(0);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (near) => {
          const all = cosineOf(near.reduce((sum, cosine) => sum + voteOf(cosine), 0));
          expect(all).toBeGreaterThanOrEqual(Math.max(...near) - 1e-9);
          expect(all).toBeLessThanOrEqual(Math.max(...near) + Math.log(near.length) / 15 + 1e-9);
        },
      ),
    );
  });
});
