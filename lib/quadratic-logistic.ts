import { z } from 'zod';

/** Weights as `underdog-answers train` writes them: of the values, then of their products (`crossed`). */
export function quadraticSchema(values: number) {
  return z.object({
    weights: z.array(z.number()).length(values + (values * (values + 1)) / 2),
    offset: z.number(),
  });
}
export type QuadraticWeights = z.infer<ReturnType<typeof quadraticSchema>>;

/** Values, then the product of each two, squares among them: what one says depends on the others. */
export function crossed(values: readonly number[]): number[] {
  return [...values, ...values.flatMap((value, i) => values.slice(i).map((other) => value * other))];
}

/** Logistic regression over values and their products: a probability in (0, 1). */
export function likelihood(values: readonly number[], { weights, offset }: QuadraticWeights): number {
  const all = crossed(values);
  const logit = weights.reduce((sum, weight, i) => sum + weight * (all[i] ?? 0), offset);
  return 1 / (1 + Math.exp(-logit));
}
