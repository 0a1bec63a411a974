import { UserError } from '../../ingest/user-error.ts';
import type { Filters } from '../../lib/protocol.ts';

/** Options of every command that searches. */
export const filterOptions = {
  guest: {
    type: 'string',
    short: 'g',
    multiple: true,
    value: 'NAME',
    about: 'Only what this person says; repeat it for several.',
  },
  episode: {
    type: 'string',
    short: 'e',
    multiple: true,
    value: 'NUMBER',
    about: 'Only this episode; repeat it for several.',
  },
} as const;

/** What was asked for by these options. Throws `UserError` ('bad-request') where an episode is no number. */
export function filtersOf({ guest, episode }: { guest?: string[]; episode?: string[] }): Filters {
  return {
    ...(guest ? { guests: guest } : {}),
    ...(episode ? { episodes: episode.map(episodeNumber) } : {}),
  };
}

/** An episode's number as typed. Throws `UserError` ('bad-request'). */
export function episodeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new UserError('bad-request', `“${value}” is no episode's number: use one such as 62.`);
  }
  return Number(value);
}
