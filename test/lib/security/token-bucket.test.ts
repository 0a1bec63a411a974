import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '../../../lib/security/token-bucket.ts';

describe('the rate limit', () => {
  it('lets a burst through, then one each time a token has come back', () => {
    const buckets = new TokenBuckets(6);
    for (let i = 0; i < 6; i++) expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBe(10);
    expect(buckets.take('a', 4_000)).toBe(6);
    expect(buckets.take('a', 10_000)).toBe(0);
    expect(buckets.take('a', 10_000)).toBe(10);
  });

  it('keeps clients apart, and forgets those who are full again', () => {
    const buckets = new TokenBuckets(1, 3);
    expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBeGreaterThan(0);
    expect(buckets.take('c', 61_000)).toBe(0);
    expect(buckets.clients).toBe(1);
    for (let i = 0; i < 10; i++) buckets.take(`x${i}`, 61_000);
    expect(buckets.clients).toBe(3);
  });

  it('never lets more through in any stretch than the bucket and its refill', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 }),
        (perMinute, pauses) => {
          const buckets = new TokenBuckets(perMinute);
          let now = 0;
          let passed = 0;
          for (const pause of pauses) {
            now += pause;
            const wait = buckets.take('a', now);
            if (wait === 0) passed++;
            else expect(buckets.take('a', now + wait * 1000)).toBe(0);
            if (wait > 0) {
              now += wait * 1000;
              passed++;
            }
          }
          expect(passed).toBeLessThanOrEqual(perMinute + Math.ceil((now / 60_000) * perMinute));
        },
      ),
    );
  });

  it('does not pay out where the clock steps back', () => {
    const buckets = new TokenBuckets(1);
    expect(buckets.take('a', 1_000_000)).toBe(0);
    expect(buckets.take('a', 0)).toBeGreaterThan(0);
  });
});
