import { shuffle } from '../random-numbers.ts';

/** The candidates of one question, as standardised features. */
export interface RankingGroup {
  candidates: { features: Float64Array; isEnriched: boolean; answers: boolean }[];
  /** How much it counts. */
  weight: number;
}

const epochs = 8;
const learningRate = 0.005;
const batchSize = 32;
/** Decoupled, so that weights shrink whatever their gradient (Loshchilov and Hutter 2019). */
const weightDecay = 0.01;

/**
 * Weights of two linear functions, the first for enriched passages and the second for bare ones, that put most of each
 * question's probability on what answers it: the softmax loss of ListNet (Cao et al. 2007), by Adam.
 */
export function fitRanking(
  groups: readonly RankingGroup[],
  featureCount: number,
  random: () => number,
): { enriched: number[]; bare: number[] } {
  const weights = new Float64Array(2 * featureCount);
  const adam = { mean: new Float64Array(weights.length), square: new Float64Array(weights.length) };
  const order = groups.filter(({ candidates }) => candidates.some(({ answers }) => answers));
  const batches = Math.ceil(order.length / batchSize);
  const steps = epochs * batches;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let batch = 0; batch < batches; batch++) {
      const gradient = new Float64Array(weights.length);
      const groupsNow = order.slice(batch * batchSize, (batch + 1) * batchSize);
      for (const group of groupsNow) addGradient(weights, group, featureCount, gradient);
      step += 1;
      const rate = learningRate * (1 - (step - 1) / steps);
      const total = groupsNow.reduce((sum, group) => sum + group.weight, 0);
      for (let i = 0; i < weights.length; i++) {
        const slope = (gradient[i] ?? 0) / total;
        const mean = 0.9 * (adam.mean[i] ?? 0) + 0.1 * slope;
        const square = 0.999 * (adam.square[i] ?? 0) + 0.001 * slope ** 2;
        adam.mean[i] = mean;
        adam.square[i] = square;
        const move = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
        weights[i] = (weights[i] ?? 0) * (1 - rate * weightDecay) - rate * move;
      }
    }
  }
  return {
    enriched: [...weights.subarray(0, featureCount)],
    bare: [...weights.subarray(featureCount)],
  };
}

/** Of `-log(probability of what answers)`. */
function addGradient(
  weights: Float64Array,
  { candidates, weight }: RankingGroup,
  featureCount: number,
  gradient: Float64Array,
): void {
  const scores = candidates.map(({ features, isEnriched }) => {
    const offset = isEnriched ? 0 : featureCount;
    let sum = 0;
    for (let i = 0; i < featureCount; i++) sum += (weights[offset + i] ?? 0) * (features[i] ?? 0);
    return sum;
  });
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const right = shares.reduce((sum, share, at) => sum + (candidates[at]?.answers ? share : 0), 0);
  for (const [at, { features, isEnriched, answers }] of candidates.entries()) {
    const share = shares[at] ?? 0;
    const delta = weight * (share / all - (answers ? share / Math.max(right, 1e-300) : 0));
    const offset = isEnriched ? 0 : featureCount;
    for (let i = 0; i < featureCount; i++) {
      gradient[offset + i] = (gradient[offset + i] ?? 0) + delta * (features[i] ?? 0);
    }
  }
}
