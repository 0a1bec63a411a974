import { describe, expect, it } from 'vitest';
import { fitRanking } from '../../../eval/training/fit-ranking.ts';
import type { RankingGroup } from '../../../eval/training/fit-ranking.ts';
import { randomNumbers } from '../../../eval/random-numbers.ts';

/** Questions whose answer is the enriched candidate with the greatest first feature, or the bare one with the second. */
function groups(count: number, isEnriched: boolean, random: () => number): RankingGroup[] {
  return Array.from({ length: count }, () => {
    const features = Array.from({ length: 6 }, () => Float64Array.from([random(), random(), random()]));
    const telling = isEnriched ? 0 : 1;
    const best = Math.max(...features.map((row) => row[telling] ?? 0));
    return {
      weight: 1,
      candidates: features.map((row) => ({ features: row, isEnriched, answers: row[telling] === best })),
    };
  });
}

describe('fitRanking', () => {
  it('learns for enriched and for bare passages what puts the answer first', () => {
    const random = randomNumbers(3);
    const { enriched, bare } = fitRanking(
      [...groups(600, true, random), ...groups(600, false, random)],
      3,
      random,
    );
    expect(enriched[0]).toBeGreaterThan(3 * Math.max(Math.abs(enriched[1] ?? 0), Math.abs(enriched[2] ?? 0)));
    expect(bare[1]).toBeGreaterThan(3 * Math.max(Math.abs(bare[0] ?? 0), Math.abs(bare[2] ?? 0)));
  });

  it('learns more from what counts for more', () => {
    const random = randomNumbers(5);
    const told = groups(200, true, random);
    // These say the opposite: the enriched candidate with the least first feature answers.
    const denied = groups(200, true, random).map(({ candidates }) => {
      const least = Math.min(...candidates.map(({ features }) => features[0] ?? 0));
      return {
        weight: 0.05,
        candidates: candidates.map((one) => ({ ...one, answers: one.features[0] === least })),
      };
    });
    const [first = 0] = fitRanking([...told, ...denied], 3, random).enriched;
    expect(first).toBeGreaterThan(0.1);
    const turned = [
      ...told.map((one) => ({ ...one, weight: 0.05 })),
      ...denied.map((one) => ({ ...one, weight: 1 })),
    ];
    expect(fitRanking(turned, 3, random).enriched[0]).toBeLessThan(-0.1);
  });

  it('gives the same weights for the same seed', () => {
    const fit = () => fitRanking(groups(50, true, randomNumbers(1)), 3, randomNumbers(2));
    expect(fit()).toEqual(fit());
  });
});
