import type { NumberTaken } from '../../../lib/change-shelf.ts';

/** Why an episode has not the number that its file's name tells. */
export function numberTaken({ number, by }: NumberTaken): string {
  const owner = by === null ? 'was another’s when it was added' : `is that of ${by}`;
  return `It has a number of its own: ${number}, which its file’s name tells, ${owner}.`;
}
