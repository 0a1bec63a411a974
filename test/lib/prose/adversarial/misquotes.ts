import { contentWords } from '../../../../lib/understand/terms.ts';
import { oneOf } from '../../../../eval/random-numbers.ts';
import type { Corpus, Target } from '../../../../eval/claims/claims-corpus.ts';

type Misquote = (target: Target, corpus: Corpus) => string | null;

/** Words put into quotation marks that nobody said so. */
export const misquotes: Readonly<Record<string, Misquote>> = {
  'one word changed': (target, corpus) =>
    changed(target, (words) => {
      const places = words.flatMap((word, at) => (contentWords(word).length > 0 ? [at] : []));
      if (places.length === 0) return null;
      const other = contentWords(oneOf(corpus.gists, target.random).text);
      return words.with(oneOf(places, target.random), oneOf(other, target.random));
    }),
  'words dropped': (target) =>
    changed(target, (words) => {
      const from = 1 + Math.floor(target.random() * (words.length - 4));
      return words.toSpliced(from, 1 + Math.floor(target.random() * 3));
    }),
  'words added': (target, corpus) =>
    changed(target, (words) => {
      const at = 1 + Math.floor(target.random() * (words.length - 2));
      const added = contentWords(oneOf(corpus.gists, target.random).text).slice(-2);
      return words.toSpliced(at, 0, ...added);
    }),
  'two sentences spliced': (target, corpus) => {
    const other = oneOf(corpus.targets, target.random).quotable[0];
    return changed(target, (words) =>
      other === undefined ? null : [...words.slice(0, words.length / 2), ...other.split(/\s+/).slice(-5)],
    );
  },
  'a negation added or removed': (target) =>
    changed(target, (words) => {
      const denial = words.findIndex((word) => /^(?:not|never|no)$|n['’]t$/i.test(word));
      if (denial >= 0) {
        const left = words[denial]?.replace(/n['’]t$/i, '') ?? '';
        return /^(?:not|never|no)$/i.test(left) ? words.toSpliced(denial, 1) : words.with(denial, left);
      }
      const verb = words.findIndex((word) => /^(?:is|are|was|were|can|will|have|has|do|did)$/i.test(word));
      return verb < 0 ? null : words.toSpliced(verb + 1, 0, 'not');
    }),
  'a number changed': (target) =>
    changed(target, (words) => {
      const at = words.findIndex((word) =>
        /\d|^(?:one|two|three|four|five|ten|hundred|million)$/i.test(word),
      );
      if (at < 0) return null;
      return words.with(
        at,
        /\d/.test(words[at] ?? '')
          ? (words[at] ?? '').replace(/\d/, (digit) => String((Number(digit) + 3) % 10))
          : 'seven',
      );
    }),
};

/** A sentence of the passage with other words, in quotation marks, by its own speaker and with its own number. */
function changed(
  { quotable, gist, number, random }: Target,
  change: (words: string[]) => string[] | null,
): string | null {
  if (quotable.length === 0) return null;
  const words = oneOf(quotable, random).split(/\s+/);
  const other = change(words);
  return other === null || other.join(' ') === words.join(' ')
    ? null
    : `${gist.speaker} says, “${other.join(' ')}” [${number}].`;
}
