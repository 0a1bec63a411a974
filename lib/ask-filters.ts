import { UserError } from '../ingest/user-error.ts';
import type { Filters } from './protocol.ts';
import type { Shelf } from './shelf.ts';

/**
 * Filters with guests under their canonical names, however they were typed. Throws `UserError` ('not-found') for a
 * guest or an episode that the shelf does not have, saying which it has.
 */
export function resolveFilters(filters: Filters, shelf: Shelf): Filters {
  return {
    episodes: filters.episodes?.map((number) => knownEpisode(number, shelf)),
    guests: filters.guests?.map((name) => knownGuest(name, shelf)),
  };
}

/** Filters narrowed to the episodes that a question asks after by number; `null` where that leaves none. */
export function narrowed(filters: Filters, numbers: readonly number[], shelf: Shelf): Filters | null {
  if (numbers.length === 0) return filters;
  const { episodes = [] } = filters;
  const left = numbers.filter(
    (number) => shelf.episode(number) && (episodes.length === 0 || episodes.includes(number)),
  );
  return left.length === 0 ? null : { ...filters, episodes: left };
}

function knownEpisode(number: number, shelf: Shelf): number {
  if (shelf.episode(number)) return number;
  const numbers = shelf.episodes.map((episode) => episode.number).join(', ');
  throw new UserError(
    'not-found',
    `There is no episode ${number} on this shelf. It has the episodes ${numbers}.`,
  );
}

/** A guest's canonical name from a full or partial one, typos forgiven; the host counts as a guest of none. */
export function knownGuest(typed: string, shelf: Shelf): string {
  const named = shelf.directory
    .find(typed)
    .find(({ entity }) => entity.kind === 'guest' || entity.kind === 'host');
  if (named) return named.entity.name;
  const names = shelf.episodes.flatMap(({ guests }) => guests.map(({ name }) => name)).join(', ');
  throw new UserError('not-found', `There is no guest “${typed}” on this shelf. Its guests are ${names}.`);
}
