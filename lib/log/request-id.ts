import { randomUUID } from 'node:crypto';

/** The id that whoever passes a request on has given it, where that is one; else a new one. */
export function requestIdOf(given: string | null | undefined): string {
  return given != null && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}
