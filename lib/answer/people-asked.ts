import type { Understanding } from '../understand/understand.ts';

/** Whose words alone can answer: the guests of the asker's filters, or else the people whom the question names. */
export function peopleAsked({ filters, entities }: Pick<Understanding, 'filters' | 'entities'>): string[] {
  if (filters.guests?.length) return [...filters.guests];
  return entities.filter(({ kind }) => kind === 'guest' || kind === 'host').map(({ name }) => name);
}
