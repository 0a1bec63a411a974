import { cosine } from '../../index/vectors/vector-table.ts';

/**
 * How near a unit vector comes to a question of several parts: the sum of its cosines to the parts' vectors, which stand in
 * the order of the parts, by their weights.
 */
export function partCosine(
  parts: readonly { weight: number }[],
  vectors: readonly Float32Array[],
  other: Float32Array,
): number {
  return parts.reduce((sum, { weight }, i) => {
    const vector = vectors[i];
    if (!vector) throw new RangeError(`There are ${vectors.length} vectors for ${parts.length} parts`);
    return sum + weight * cosine(vector, other);
  }, 0);
}
