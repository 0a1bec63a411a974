/** Apostrophes as typed by people, phones and typesetters are one character to us. */
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;

const typed = /[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu;

/** A word with its place in the text. */
export interface Token {
  /** Lower case, straight apostrophes, without possessive `'s`. */
  word: string;
  /** UTF-16 offsets of the word as typed, possessive included. */
  start: number;
  end: number;
}

/**
 * The words of a text in order, with their places. A word is letters and digits, with inner apostrophes and full
 * stops kept (`don't`, `node.js`).
 */
export function tokens(text: string): Token[] {
  const found = text.replace(apostrophes, "'").matchAll(typed);
  return Array.from(found, (match) => ({
    word: asWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words of a text in order, as `tokens` gives them. */
export function words(text: string): string[] {
  return (text.replace(apostrophes, "'").match(typed) ?? []).map(asWord);
}

function asWord(typedWord: string): string {
  return typedWord.toLowerCase().replace(/'s$/, '');
}
