import type { ChosenFilters } from '../filters/filters.ts';

/** What a page's address asks. */
export interface Asking {
  question: string;
  filters: ChosenFilters;
  /** The conversation of this browser that holds the answer; another browser asks again. */
  conversation?: string;
}

/** The address that asks a question with its filters: `/?q=…&guest=…&ep=…`, and `c` for a kept conversation. */
export function addressOf({ question, filters, conversation }: Asking): string {
  const parameters = new URLSearchParams();
  if (question !== '') parameters.set('q', question);
  for (const guest of filters.guests) parameters.append('guest', guest);
  for (const episode of filters.episodes) parameters.append('ep', String(episode));
  if (conversation !== undefined) parameters.set('c', conversation);
  const query = parameters.toString();
  return query === '' ? '/' : `/?${query}`;
}
