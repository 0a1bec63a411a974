import { likelihood } from '../quadratic-logistic.ts';
import { readingOf } from '../retrieve/reading.ts';
import type { Retrieval } from '../retrieve/retrieve.ts';
import { wordingLogit } from '../understand/wording.ts';
import learned from './asks-several.json' with { type: 'json' };
import { breadthOf } from './breadth.ts';
import { severalSchema } from './several-weights.ts';

const weights = severalSchema.parse(learned);
const wordingWeights = new Map(Object.entries(weights.wording));

/** Whether a question that names nobody is put to whoever has something to say on it, and not to one guest. */
export function asksSeveral({ ranked, understanding }: Pick<Retrieval, 'ranked' | 'understanding'>): boolean {
  const signs = [wordingLogit(understanding.parts[0].text, wordingWeights), ...breadthOf(ranked)];
  return likelihood(signs, weights[readingOf(ranked.map(({ passage }) => passage))]) >= 0.5;
}
