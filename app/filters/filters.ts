import type { Filters } from '../../lib/protocol.ts';
import type { Guest } from '../ui/guests-context.ts';

/** Whom and where to ask: empty lists mean everybody and everywhere. */
export type ChosenFilters = Required<Filters>;

export const noFilters: ChosenFilters = { guests: [], episodes: [] };

/** What goes on the wire; undefined where nothing is filtered. */
export function filtersOf({ guests, episodes }: ChosenFilters): Filters | undefined {
  if (guests.length === 0 && episodes.length === 0) return undefined;
  return { ...(guests.length > 0 && { guests }), ...(episodes.length > 0 && { episodes }) };
}

/** Filters from the wire or from storage, filled up. */
export function chosen(filters: Filters | undefined): ChosenFilters {
  return { guests: filters?.guests ?? [], episodes: filters?.episodes ?? [] };
}

/** Both together, each value once. */
export function joined(a: ChosenFilters, b: ChosenFilters): ChosenFilters {
  return {
    guests: [...new Set([...a.guests, ...b.guests])],
    episodes: [...new Set([...a.episodes, ...b.episodes])],
  };
}

/** Without the value where it is there, with it where it is not. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

/** The filters that a page's address names (`guest` and `ep`, each any number of times); what the shelf lacks is left out. */
export function filtersInAddress(parameters: URLSearchParams, guests: readonly Guest[]): ChosenFilters {
  const named = parameters.getAll('guest').filter((name) => guests.some((guest) => guest.name === name));
  const numbered = parameters
    .getAll('ep')
    .map(Number)
    .filter((number) => guests.some(({ episode }) => episode === number));
  return joined(noFilters, { guests: named, episodes: numbered });
}
