/** Apostrophes as typed by people, phones and typesetters are one character to us. */
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;

/**
 * The words of a text in order, lower case, without possessive `'s`. A word is letters and digits, with inner
 * apostrophes and full stops kept (`don't`, `node.js`).
 */
export function words(text: string): string[] {
  const found = text
    .replace(apostrophes, "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu);
  return (found ?? []).map((word) => word.replace(/'s$/, ''));
}
