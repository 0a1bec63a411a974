import { contentWords, stem } from '../understand/terms.ts';

/** From this share of the shorter question's content words on, two questions ask the same. */
const sameQuestion = 0.7;

/** What a question is about: the stems of its content words. */
export function topicOf(question: string): ReadonlySet<string> {
  return new Set(contentWords(question).map(stem));
}

/** Whether two questions are about the same, by the words that carry their topic. */
export function asksTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const term of fewer) if (more.has(term)) shared++;
  return fewer.size > 0 && shared >= sameQuestion * fewer.size;
}
