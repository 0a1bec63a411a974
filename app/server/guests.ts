import type { EpisodeSummary } from '../../lib/engine.ts';
import type { Guest } from '../ui/guests-context.ts';

/** Everybody who is a guest on the shelf, the newest episode first; once for each of their episodes. */
export function guestsOf(episodes: readonly EpisodeSummary[]): Guest[] {
  return episodes
    .toSorted((a, b) => b.number - a.number)
    .flatMap(({ number, guests, company }) => guests.map((name) => ({ name, company, episode: number })));
}
