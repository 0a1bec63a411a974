/** Something that is or is not so, and what tells. */
export interface Observation {
  values: ArrayLike<number>;
  isTrue: boolean;
  /** How much it counts. */
  weight: number;
}

const steps = 500;
const penalty = 1e-4;

/**
 * Logistic regression by accelerated gradient descent (Nesterov 1983) on standardised values, with a light L2 penalty;
 * the weights are given back for the values as they are.
 */
export function fitLogistic(observations: readonly Observation[]): { weights: number[]; offset: number } {
  const count = observations[0]?.values.length ?? 0;
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const mean = averages(observations, count, total, (value) => value);
  const deviation = averages(observations, count, total, (value, i) => (value - (mean[i] ?? 0)) ** 2).map(
    (variance) => Math.sqrt(variance) || 1,
  );
  const rows = observations.map(({ values }) =>
    Float64Array.from({ length: count + 1 }, (_, i) =>
      i === count ? 1 : ((values[i] ?? 0) - (mean[i] ?? 0)) / (deviation[i] ?? 1),
    ),
  );
  // Twice the inverse of the greatest curvature that standardised values can have.
  const rate = 4 / (count + 1);
  let current = new Float64Array(count + 1);
  let ahead = current;
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(count + 1);
    for (const [at, row] of rows.entries()) {
      const observation = observations[at];
      if (!observation) continue;
      let sum = 0;
      for (let i = 0; i <= count; i++) sum += (ahead[i] ?? 0) * (row[i] ?? 0);
      const error = (observation.weight / total) * (1 / (1 + Math.exp(-sum)) - Number(observation.isTrue));
      for (let i = 0; i <= count; i++) gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
    }
    const next = ahead.map((value, i) => value - rate * ((gradient[i] ?? 0) + penalty * value));
    const momentum = (step - 1) / (step + 2);
    const before = current;
    ahead = next.map((value, i) => value + momentum * (value - (before[i] ?? 0)));
    current = next;
  }
  const weights = Array.from({ length: count }, (_, i) => (current[i] ?? 0) / (deviation[i] ?? 1));
  const shift = weights.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0);
  return { weights, offset: (current[count] ?? 0) - shift };
}

function averages(
  observations: readonly Observation[],
  count: number,
  total: number,
  of: (value: number, i: number) => number,
): number[] {
  return Array.from(
    { length: count },
    (_, i) =>
      observations.reduce((sum, { values, weight }) => sum + weight * of(values[i] ?? 0, i), 0) / total,
  );
}
