import type { WordCosines } from '../../index/embedder.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Idf } from './idf.ts';
import type { ReadPassage } from './passage-reader.ts';

/** How near a question's words come to a passage, in [0, 1]. */
export interface Nearness {
  /** To the words that were said. */
  said: number;
  /** To those around them too: heading, the question that they answer, what readers wrote about them. */
  all: number;
}

/**
 * Late interaction (Khattab and Zaharia 2020) on the vectors of single words: of each passage, the mean over the
 * topic's words, weighed by idf, of the highest cosine with one of its words. One vector a passage blurs what it says;
 * this keeps its words apart. `vocabulary` holds the words of the passages, each at its number.
 */
export async function lateInteraction(
  passages: readonly Pick<ReadPassage, 'saidWords' | 'aroundWords'>[],
  { parts }: Pick<Understanding, 'parts'>,
  { idf, vocabulary, words = sameWord }: { idf: Idf; vocabulary: readonly string[]; words?: WordCosines },
): Promise<Nearness[]> {
  const asked = parts.flatMap(({ topic, weight }) => {
    const terms = [...new Set(contentWords(topic))].map((word) => ({ word, idf: idf(stem(word)) }));
    const total = terms.reduce((sum, term) => sum + term.idf, 0);
    return terms.map((term) => ({ word: term.word, share: (weight * term.idf) / total }));
  });
  const held = numbersIn(passages, vocabulary.length);
  const terms = asked.map(({ word }) => word);
  const near = await words.cosines(terms, vocabulary, held);
  const rows = terms.map(
    (term, i) => (hasDigit(term) ? sameAs(term, vocabulary, held) : near[i]) ?? new Float32Array(),
  );
  return passages.map(({ saidWords, aroundWords }) => {
    const nearness = { said: 0, all: 0 };
    asked.forEach(({ share }, i) => {
      const row = rows[i] ?? new Float32Array();
      const nearest = highest(row, saidWords);
      nearness.said += share * nearest;
      nearness.all += share * Math.max(nearest, highest(row, aroundWords));
    });
    return nearness;
  });
}

/** The words of all passages, each once. */
function numbersIn(
  passages: readonly Pick<ReadPassage, 'saidWords' | 'aroundWords'>[],
  words: number,
): Uint32Array {
  const isHeld = new Uint8Array(words);
  for (const { saidWords, aroundWords } of passages) {
    for (const some of [saidWords, aroundWords]) {
      for (let at = 0; at < some.length; at++) isHeld[some[at] ?? 0] = 1;
    }
  }
  const held = new Uint32Array(words);
  let count = 0;
  for (let number = 0; number < words; number++) if (isHeld[number] === 1) held[count++] = number;
  return held.subarray(0, count);
}

/** Of numbers and what holds them, as versions do, a model knows little more than which digits there are. */
function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}

/** Where a model gives single words no vectors, a word is near to itself alone. */
const sameWord: WordCosines = {
  cosines: (terms, vocabulary, numbers) =>
    Promise.resolve(terms.map((term) => sameAs(term, vocabulary, numbers))),
};

function sameAs(term: string, vocabulary: readonly string[], numbers: Uint32Array): Float32Array {
  const row = new Float32Array(vocabulary.length);
  for (const number of numbers) row[number] = Number(vocabulary[number] === term);
  return row;
}

/** The highest value of a row for any of these words; no less than 0. */
function highest(row: Float32Array, words: Uint32Array): number {
  let most = 0;
  // Some hundred thousand words a question: an iterator over them costs milliseconds.
  for (let at = 0; at < words.length; at++) {
    const value = row[words[at] ?? 0] ?? 0;
    if (value > most) most = value;
  }
  return most;
}
