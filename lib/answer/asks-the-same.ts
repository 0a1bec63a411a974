import { contentWords, stem } from '../understand/terms.ts';

/** From this share of the shorter question's content words on, two questions ask the same. */
const sameQuestion = 0.7;

/** Whether two questions are about the same, by the words that carry their topic. */
export function asksTheSame(one: string, other: string): boolean {
  const [fewer, more] = [one, other]
    .map((question) => new Set(contentWords(question).map(stem)))
    .sort((a, b) => a.size - b.size);
  if (!fewer || !more || fewer.size === 0) return false;
  return [...fewer].filter((term) => more.has(term)).length >= sameQuestion * fewer.size;
}
