import { stem } from '../understand/terms.ts';

/** Inverse document frequency of a stem. */
export type Idf = (stem: string) => number;

/**
 * Inverse document frequency of stems, `ln(1 + (N - n + 0.5) / (n + 0.5))` (Robertson and Zaragoza 2009), from the
 * number of passages that hold each word. A stem counts the passages of its commonest word at least; unknown stems
 * are the rarest.
 */
export function idfOf(vocabulary: ReadonlyMap<string, number>, passages: number): Idf {
  const frequency = new Map<string, number>();
  for (const [word, count] of vocabulary) {
    const key = stem(word);
    frequency.set(key, Math.max(frequency.get(key) ?? 0, count));
  }
  return (term) => {
    const n = frequency.get(term) ?? 0;
    return Math.log(1 + (passages - n + 0.5) / (n + 0.5));
  };
}
