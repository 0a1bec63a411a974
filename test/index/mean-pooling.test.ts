import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meanOfTokens } from '../../index/mean-pooling.ts';

it('takes the mean of what is no padding, made one of length 1, as plainly reckoned', () => {
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(size, size, size, fc.nat(1000), (texts, tokens, dimensions, seed) => {
      const data = Float32Array.from(
        { length: texts * tokens * dimensions },
        (_, i) => 1 + (((i + seed) * 7919) % 97),
      );
      // Each text has one token at least, and padding after its tokens.
      const counts = Array.from({ length: texts }, (_, text) => 1 + (text % tokens));
      const mask = BigInt64Array.from(
        counts.flatMap((count) => Array.from({ length: tokens }, (_, i) => (i < count ? 1n : 0n))),
      );
      const pooled = meanOfTokens({ data, dims: [texts, tokens, dimensions] }, mask);
      expect(pooled).toHaveLength(texts);
      counts.forEach((count, text) => {
        const means = Array.from({ length: dimensions }, (_, i) => {
          const values = Array.from(
            { length: count },
            (_, token) => data[(text * tokens + token) * dimensions + i] ?? 0,
          );
          return values.reduce((sum, value) => sum + value, 0) / count;
        });
        const length = Math.hypot(...means);
        means.forEach((mean, i) => {
          expect(pooled[text]?.[i]).toBeCloseTo(mean / length, 5);
        });
      });
    }),
  );
});
