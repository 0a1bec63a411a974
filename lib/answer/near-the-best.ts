import type { Ranked } from '../retrieve/retrieve.ts';

/** Of passages, best first, those whose score comes to this share of the best one's, `most` at most. */
export function nearTheBest(
  ranked: readonly Ranked[],
  { share, most }: { share: number; most: number },
): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= share * best).slice(0, most);
}
