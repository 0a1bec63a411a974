import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSegments } from '../../../index/segments/plan-segments.ts';
import type { PlannedSegment } from '../../../index/segments/plan-segments.ts';

function segment(name: string, sizes: Readonly<Record<number, number>>, dead: number[] = []): PlannedSegment {
  const episodes = new Map(Object.entries(sizes).map(([number, passages]) => [Number(number), passages]));
  return { name, episodes, dead: new Set(dead) };
}

describe('planning segments', () => {
  it('leaves a large segment alone when little is added', () => {
    const plan = planSegments([segment('base', { 1: 500, 2: 500 })], new Set([1, 2]), 100);
    expect(plan).toEqual({ kept: [{ name: 'base', dead: [] }], moved: [] });
  });

  it('marks what is replaced as dead', () => {
    const plan = planSegments([segment('base', { 1: 500, 2: 300 })], new Set([1]), 100);
    expect(plan.kept).toEqual([{ name: 'base', dead: [2] }]);
  });

  it('does not bring back to life what an older segment has of an episode', () => {
    const segments = [segment('base', { 1: 900, 2: 300 }, [2]), segment('newer', { 2: 200 })];
    const plan = planSegments(segments, new Set([1, 2]), 10);
    expect(plan.kept).toEqual([
      { name: 'base', dead: [2] },
      { name: 'newer', dead: [] },
    ]);
  });

  it('takes up small segments, and those that are mostly dead', () => {
    const segments = [segment('base', { 1: 9000 }), segment('small', { 2: 100 }), segment('tiny', { 3: 10 })];
    expect(planSegments(segments, new Set([1, 2, 3]), 30)).toEqual({
      kept: [{ name: 'base', dead: [] }],
      moved: [
        { name: 'small', episodes: [2] },
        { name: 'tiny', episodes: [3] },
      ],
    });
    const hollow = [segment('base', { 1: 100, 2: 200 }), segment('gone', { 3: 10 })];
    expect(planSegments(hollow, new Set([1]), 0)).toEqual({
      kept: [],
      moved: [{ name: 'base', episodes: [1] }],
    });
  });

  it('keeps few segments, and every episode in just one, however they come and go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 300 })), { maxLength: 400 }),
        (additions) => {
          let segments: PlannedSegment[] = [];
          const sizes = new Map<number, number>();
          for (const [at, [number, size]] of additions.entries()) {
            const alive = new Set([...sizes.keys()].filter((other) => other !== number));
            const { kept, moved } = planSegments(segments, alive, size);
            const written = new Map([
              ...moved.flatMap(({ episodes }) => episodes).map((one) => [one, sizes.get(one) ?? 0] as const),
              [number, size] as const,
            ]);
            sizes.set(number, size);
            segments = [
              ...kept.map(({ name, dead }) => {
                const episodes =
                  segments.find((one) => one.name === name)?.episodes ?? new Map<number, number>();
                return { name, episodes, dead: new Set(dead) };
              }),
              { name: String(at), episodes: written, dead: new Set<number>() },
            ];
            const living = segments.flatMap(({ episodes, dead }) =>
              [...episodes.keys()].filter((one) => !dead.has(one)),
            );
            expect(living.toSorted((a, b) => a - b)).toEqual([...sizes.keys()].sort((a, b) => a - b));
          }
          const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
          expect(segments.length).toBeLessThanOrEqual(2 + Math.log2(total + 1));
        },
      ),
      { seed: 1, numRuns: 20 },
    );
  });
});
