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
  for (const line of file.split('\n')) {
    const [word, passages, small, capital] = line.split('\t');
    if (!word) continue;
    words.set(word, { passages: Number(passages), small: Number(small), capital: Number(capital) });
  }
  return words;
}
