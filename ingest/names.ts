import { editDistance } from './edit-distance.ts';

/** One to four capitalised words, as people's names are written; a particle such as "de" may stand between. */
const namePattern =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|di|van|von|der|den|del|la|le|al|bin) )?\p{Lu}[\p{L}.'’-]*){0,3}$/u;

/** Whether a text reads like a person's name. */
export function isNameLike(text: string): boolean {
  return text.length <= 60 && namePattern.test(text);
}

/** The capitalised words that stand next to each other from the given word on, up to four. */
export function nameFrom(text: string, firstWord: string): string | null {
  for (const match of text.matchAll(/\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){1,3}/gu)) {
    const words = match[0].split(' ');
    const at = words.indexOf(firstWord);
    if (at >= 0 && at < words.length - 1) return words.slice(at).join(' ');
  }
  return null;
}

/** Whether two spellings can be of one name: the same letters to start each word, at most two slips a word. */
export function isSpellingOf(spelling: string, name: string): boolean {
  const ours = spelling.toLowerCase().split(' ');
  const theirs = name.toLowerCase().split(' ');
  if (ours.length !== theirs.length || ours.length < 2) return false;
  return ours.every((word, i) => {
    const other = theirs[i] ?? '';
    if (word === other) return true;
    const slips =
      Math.min(word.length, other.length) <= 3 ? 0 : Math.min(word.length, other.length) <= 5 ? 1 : 2;
    return word[0] === other[0] && editDistance(word, other) <= slips;
  });
}

/** Other spellings of a name that stand in a text, each once. */
export function otherSpellings(name: string, text: string): string[] {
  const words = name.split(' ').length;
  const found = new Set<string>();
  for (const match of text.matchAll(/(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+/gu)) {
    const parts = match[0].replace(/['’]s$/, '').split(' ');
    for (let at = 0; at + words <= parts.length; at++) {
      const spelling = parts.slice(at, at + words).join(' ');
      if (spelling !== name && isSpellingOf(spelling, name)) found.add(spelling);
    }
  }
  return [...found];
}
