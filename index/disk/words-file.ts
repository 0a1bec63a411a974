import type { WordUse } from '../passage-index.ts';

/** A line a word: the word, then tabs before the numbers of its use. */
export function wordsFile(words: ReadonlyMap<string, WordUse>): string {
  return [...words]
    .map(([word, { passages, small, capital }]) => `${word}\t${passages}\t${small}\t${capital}\n`)
    .join('');
}

/** Reads what `wordsFile` made. */
export function readWords(file: string): Map<string, WordUse> {
  const words = new Map<string, WordUse>();
  let at = 0;
  const upTo = (end: string): string => file.slice(at, (at = file.indexOf(end, at) + 1) - 1);
  while (at < file.length) {
    const word = upTo('\t');
    words.set(word, { passages: Number(upTo('\t')), small: Number(upTo('\t')), capital: Number(upTo('\n')) });
  }
  return words;
}
