import type { ReadLine } from './episode-parts.ts';

const longestHeading = 100;
const mostWords = 14;
const endsLikeSpeech = /[.,;:…!"”’)\]]$/u;

/** Whether a line can be a heading: short, set off by empty lines, and not ending as a sentence of speech does. */
export function isHeadingLike(text: string, line: ReadLine, next: ReadLine | undefined): boolean {
  const { start, end } = line.span;
  if (!next || end - start > longestHeading || line.blankBefore === 0 || line.blankAfter === 0) return false;
  const words = text.slice(start, end);
  return (
    !endsLikeSpeech.test(words) &&
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“'‘(¿¡#]/u.test(words) &&
    words.split(/\s+/u).length <= mostWords
  );
}
