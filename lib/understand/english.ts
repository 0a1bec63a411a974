import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';

type Checker = ReturnType<typeof nspell>;
let checkers: Checker[] | null = null;

/** Whether this is a correctly spelt English word or name, American or British, in small letters. Loads the dictionaries on first use (~0.3 s). */
export function isEnglish(word: string): boolean {
  checkers ??= [american, british].map((dictionary) =>
    nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic)),
  );
  const asName = word.charAt(0).toUpperCase() + word.slice(1);
  return checkers.some((checker) => checker.correct(word) || checker.correct(asName));
}
