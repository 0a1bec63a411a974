import distance from 'damerau-levenshtein';

/** Fewest insertions, deletions, replacements and swaps of neighbouring letters between two words (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  return distance(a, b).steps;
}
