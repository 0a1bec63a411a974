import { describe, expect, it } from 'vitest';
import { crossed, likelihood, quadraticSchema } from '../../lib/quadratic-logistic.ts';

describe('a quadratic logistic', () => {
  it('looks at values, and at the product of each two', () => {
    expect(crossed([2, 3, 5])).toEqual([2, 3, 5, 4, 6, 10, 9, 15, 25]);
    expect(crossed([])).toEqual([]);
  });

  it('makes a probability of their weighted sum', () => {
    const weights = [1, 0, 0, -2, 0];
    expect(likelihood([1.5, 2], { weights, offset: 3 })).toBeCloseTo(1 / (1 + Math.exp(1.5)));
  });

  it('takes a weight for each of them, no more and no fewer', () => {
    const weights = Array.from({ length: 9 }, () => 1);
    expect(quadraticSchema(3).safeParse({ weights, offset: 0 }).success).toBe(true);
    expect(quadraticSchema(4).safeParse({ weights, offset: 0 }).success).toBe(false);
  });
});
