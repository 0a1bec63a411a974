import { expect, it } from 'vitest';
import { fitSupport } from '../../../eval/training/fit-support.ts';
import { likenessNames } from '../../../lib/prose/support.ts';
import { likelihood, quadraticSchema } from '../../../lib/quadratic-logistic.ts';
import { realShelf } from '../../lib/shelf-fixtures.ts';

it('learns from the episodes of odd numbers to tell claims that passages support from such as they do not', async () => {
  const shelf = await realShelf();
  const { weights, training } = await fitSupport(shelf, 0);
  expect(training.claims).toBeGreaterThan(500);
  const learned = quadraticSchema(likenessNames.length).parse(weights);
  const claim = (shared: number): number[] => {
    const values = { shared, strangest: shared, ending: shared, sentence: shared, elsewhere: 0.4 };
    const rest = { words: 0.5, strangeRun: 5 * (1 - shared) > 3 ? 0.6 : 0.2, quoting: 0 };
    return likenessNames.map((name) => ({ ...values, ...rest })[name]);
  };
  expect(likelihood(claim(0.95), learned)).toBeLessThan(0.3);
  expect(likelihood(claim(0.4), learned)).toBeGreaterThan(0.5);
}, 120_000);
