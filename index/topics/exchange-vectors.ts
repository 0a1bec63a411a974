import type { Passage } from '../../ingest/passage.ts';
import { cosine } from '../vectors/vector-table.ts';

/** How much the host's question weighs beside a passage that answers it. */
const questionWeight = 0.5;

/** The vectors of passages that are given in reading order, each leaning towards what its host has asked. */
export class ExchangeVectors {
  private exchange = '';
  /** Sum of the vectors of what the host said in the exchange; null before anything. */
  private asked: Float32Array | null = null;

  /** A unit vector of what a passage, whose own unit vector this is, says to the question before it. */
  next(
    { episode, exchange, role }: Pick<Passage, 'episode' | 'exchange' | 'role'>,
    vector: Float32Array,
  ): Float32Array {
    const key = `${episode} ${exchange}`;
    if (key !== this.exchange) this.asked = null;
    this.exchange = key;
    if (role === 'host') {
      this.asked = this.asked ? sum(this.asked, vector, 1) : vector;
      return vector;
    }
    return this.asked ? unit(sum(vector, unit(this.asked), questionWeight)) : vector;
  }
}

function sum(a: Float32Array, b: Float32Array, weight: number): Float32Array {
  return a.map((value, i) => value + weight * (b[i] ?? 0));
}

/** The vector at length 1; one of length 0 stays as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}
