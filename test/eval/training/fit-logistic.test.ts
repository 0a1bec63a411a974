import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../../eval/training/fit-logistic.ts';
import { randomNumbers } from '../../../eval/random-numbers.ts';

describe('fitLogistic', () => {
  it('finds the weights that made the observations', () => {
    const random = randomNumbers(7);
    const observations = Array.from({ length: 20_000 }, () => {
      const values = [random() * 4 - 2, random() * 10];
      const likely = 1 / (1 + Math.exp(-(1.5 * (values[0] ?? 0) - 0.4 * (values[1] ?? 0) + 1)));
      return { values, isTrue: random() < likely, weight: 1 };
    });
    const { weights, offset } = fitLogistic(observations);
    expect(weights[0]).toBeCloseTo(1.5, 0);
    expect(weights[1]).toBeCloseTo(-0.4, 1);
    expect(offset).toBeCloseTo(1, 0);
  });

  it('counts an observation by its weight', () => {
    const values = [0];
    const { offset } = fitLogistic([
      { values, isTrue: true, weight: 3 },
      { values, isTrue: false, weight: 1 },
    ]);
    expect(offset).toBeCloseTo(Math.log(3), 1);
  });
});
