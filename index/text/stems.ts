import { stemmer } from 'stemmer';

/** Longer words are looked up as they are: they are no English to be stemmed. */
const longestStemmed = 64;

/**
 * The stems of a text's words in order: runs of letters and digits, lower case, without accents, by Porter's algorithm
 * (1980). Texts and questions go through the same.
 */
export function stems(text: string): string[] {
  const found = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map(stemOf);
}

/** Stems many texts that share most of their words. */
export class TextStemmer {
  private readonly known = new Map<string, string>();

  stems(text: string): string[] {
    const found = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return found.map((word) => {
      let stem = this.known.get(word);
      if (stem === undefined) {
        stem = stemOf(word);
        this.known.set(word, stem);
      }
      return stem;
    });
  }
}

/** Accents, and what a typesetter puts into words without being seen. */
const unseen = /[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]+/gu;

function plain(text: string): string {
  const unaccented = /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(unseen, '');
  // A capital sigma becomes another letter at the end of a word; an apostrophe may be written as a letter.
  return unaccented.toLowerCase().replaceAll('ς', 'σ').replaceAll('\u02bc', "'");
}

function stemOf(word: string): string {
  return word.length > longestStemmed ? word : stemmer(word);
}
