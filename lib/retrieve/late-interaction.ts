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
  const columns = new Int32Array(vocabulary.length).fill(-1);
  const held: string[] = [];
  for (const numbers of passages.flatMap(({ saidWords, aroundWords }) => [saidWords, aroundWords])) {
    for (const number of numbers) {
      if (columns[number] === -1) columns[number] = held.push(vocabulary[number] ?? '') - 1;
    }
  }
  const terms = asked.map(({ word }) => word);
  const near = await words.cosines(terms, held);
  const rows = terms.map((term, i) => (hasDigit(term) ? sameAs(term, held) : near[i]) ?? new Float32Array());
  return passages.map(({ saidWords, aroundWords }) => {
    const nearness = { said: 0, all: 0 };
    asked.forEach(({ share }, i) => {
      const row = rows[i] ?? new Float32Array();
      const nearest = highest(row, columns, saidWords);
      nearness.said += share * nearest;
      nearness.all += share * Math.max(nearest, highest(row, columns, aroundWords));
    });
    return nearness;
  });
}

/** Of numbers and what holds them, as versions do, a model knows little more than which digits there are. */
function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}

/** Where a model gives single words no vectors, a word is near to itself alone. */
const sameWord: WordCosines = {
  cosines: (terms, words) => Promise.resolve(terms.map((term) => sameAs(term, words))),
};

function sameAs(term: string, words: readonly string[]): Float32Array {
  return Float32Array.from(words, (word) => Number(word === term));
}

/** The highest value of a row for any of these words; no less than 0. */
function highest(row: Float32Array, columns: Int32Array, words: Uint32Array): number {
  let most = 0;
  // Some hundred thousand words a question: an iterator over them costs milliseconds.
  for (let at = 0; at < words.length; at++) {
    const value = row[columns[words[at] ?? 0] ?? 0] ?? 0;
    if (value > most) most = value;
  }
  return most;
}
