import type { Gathered } from './gather.ts';

const bestOfEpisode = 5;

/** Base scores of what stands around a passage; 0 where it was not found. */
export interface Around {
  before: number;
  after: number;
  /** The best of what one question of the host led to. */
  exchange: number;
  /** The mean of the episode's best five. */
  episode: number;
}

/**
 * What stands around each passage, in the same order: an answer is rarely alone, so a passage between others that match,
 * in an episode about the matter, is likelier to be it.
 */
export function aroundEach(gathered: readonly Gathered[]): Around[] {
  const byPlace = new Map(
    gathered.map(({ passage, base }) => [`${passage.episode} ${passage.position}`, base]),
  );
  const exchanges = new Map<string, number>();
  for (const { passage, base } of gathered) {
    const exchange = `${passage.episode} ${passage.exchange}`;
    exchanges.set(exchange, Math.max(base, exchanges.get(exchange) ?? 0));
  }
  const episodes = bestOfEach(gathered);
  return gathered.map(({ passage: { episode, position, exchange } }) => ({
    before: byPlace.get(`${episode} ${position - 1}`) ?? 0,
    after: byPlace.get(`${episode} ${position + 1}`) ?? 0,
    exchange: exchanges.get(`${episode} ${exchange}`) ?? 0,
    episode: episodes.get(episode) ?? 0,
  }));
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
