import { QuantisedVectors } from '../vectors/quantised-vectors.ts';
import { TopHits } from '../vectors/top-hits.ts';
import { unit } from './exchange-vectors.ts';

/** A passage whose topics are known. */
export interface TopicExample {
  /** Unit vector, as `ExchangeVectors` gives it. */
  vector: Float32Array;
  topics: readonly string[];
  /** Number of its episode. */
  episode: number;
}

/** Neighbours that vote. */
const neighbours = 10;
/** Less near than this, by the cosine of what sets them apart from all examples, a neighbour is a stranger. */
const leastCosine = 0.2;
/** Share of all the neighbours' weight that a topic needs. */
const leastShare = 0.5;
/** Episodes whose passages must speak for a topic: one guest's way of speaking is no topic. */
const fewestEpisodes = 2;
/** More examples are left out: each is compared with each passage. */
export const mostExamples = 8192;

/**
 * A vote of the nearest passages whose topics are known, each with the square of its cosine (distance-weighted
 * k-nearest neighbours, Dudani 1976). What all examples have in common, the mean of their vectors, is taken off first:
 * of one show it makes everything alike. The test `inferred-topics.test.ts` tries these numbers on the shelf, an episode
 * at a time.
 */
export class TopicVote {
  private constructor(
    private readonly mean: Float32Array,
    private readonly rows: QuantisedVectors,
    private readonly examples: readonly TopicExample[],
  ) {}

  /** Null where there are too few examples to tell near from far. */
  static of(all: readonly TopicExample[]): TopicVote | null {
    const examples = all.slice(0, mostExamples);
    const [first] = examples;
    if (!first || examples.length < neighbours) return null;
    const mean = new Float32Array(first.vector.length);
    for (const { vector } of examples) {
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / examples.length;
    }
    const rows = QuantisedVectors.empty(examples.length, mean.length);
    examples.forEach(({ vector }, row) => {
      rows.set(row, apart(vector, mean));
    });
    return new TopicVote(mean, rows, examples);
  }

  /** The topics that a passage with this vector has by its neighbours, the surest first; none where nothing is near. */
  topicsOf(vector: Float32Array): string[] {
    const nearest = new TopHits(neighbours);
    const cosines = this.rows.query(apart(vector, this.mean)).cosines();
    cosines.forEach((cosine, row) => {
      nearest.offer(row, cosine);
    });
    const votes = new Map<string, { weight: number; episodes: Set<number> }>();
    let all = 0;
    for (const { id, score } of nearest.hits) {
      const weight = Math.max(0, score) ** 2;
      all += weight;
      const neighbour = this.examples[id];
      if (!neighbour || score < leastCosine) continue;
      for (const topic of neighbour.topics) {
        const vote = votes.get(topic) ?? { weight: 0, episodes: new Set() };
        votes.set(topic, vote);
        vote.weight += weight;
        vote.episodes.add(neighbour.episode);
      }
    }
    return [...votes]
      .filter(([, { weight, episodes }]) => weight >= leastShare * all && episodes.size >= fewestEpisodes)
      .sort(([a, { weight: more }], [b, { weight: less }]) => less - more || (a < b ? -1 : 1))
      .map(([topic]) => topic);
  }
}

function apart(vector: Float32Array, mean: Float32Array): Float32Array {
  return unit(vector.map((value, i) => value - (mean[i] ?? 0)));
}
