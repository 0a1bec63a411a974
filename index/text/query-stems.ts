import { stems } from './stems.ts';

/** More words than any question holds; keeps a hostile one from searching without end. */
const mostTerms = 256;

/** The stems to look for, each once. */
export function queryStems(terms: readonly string[]): string[] {
  return [...new Set(terms.slice(0, mostTerms).flatMap(stems))].slice(0, mostTerms);
}
