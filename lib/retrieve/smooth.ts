import type { Gathered } from './gather.ts';

/** How much the passages beside it, and the best of its episode, lift a passage. */
const neighbourShare = 0.3;
const episodeShare = 0.3;
const bestOfEpisode = 5;

/**
 * Base scores with a part of what stands around them: an answer is rarely alone, so a passage between others that
 * match, in an episode about the matter, is likelier to be it: `s + a·(before + after)/2 + b·mean(best 5 of the
 * episode)`, over `1 + a + b`, so that base scores in [0, 1] stay there.
 */
export function smoothed(gathered: readonly Gathered[]): number[] {
  const byPlace = new Map(
    gathered.map(({ passage, base }) => [`${passage.episode} ${passage.position}`, base]),
  );
  const episodes = bestOfEach(gathered);
  return gathered.map(({ passage: { episode, position }, base }) => {
    const beside = (step: number): number => byPlace.get(`${episode} ${position + step}`) ?? 0;
    const around = (beside(-1) + beside(1)) / 2;
    const sum = base + neighbourShare * around + episodeShare * (episodes.get(episode) ?? 0);
    return sum / (1 + neighbourShare + episodeShare);
  });
}

/** The mean of each episode's best base scores; what it lacks counts 0. */
function bestOfEach(gathered: readonly Gathered[]): Map<number, number> {
  const scores = new Map<number, number[]>();
  for (const { passage, base } of gathered) {
    scores.set(passage.episode, [...(scores.get(passage.episode) ?? []), base]);
  }
  return new Map(
    [...scores].map(([episode, all]) => {
      const best = all.sort((a, b) => b - a).slice(0, bestOfEpisode);
      return [episode, best.reduce((sum, base) => sum + base, 0) / bestOfEpisode];
    }),
  );
}
