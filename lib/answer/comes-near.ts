import type { Retrieval } from '../retrieve/retrieve.ts';

/**
 * Less likely to answer than this, a passage shares words with a question and no matter: of 1,929 questions that sound
 * like the shelf's and are not answered 4 in 100 find nothing likelier, of 1,245 everyday ones half.
 */
const leastLikely = 0.05;

/** Whether anything on the shelf is about what is asked, be it an answer or not. */
export function comesNear({ ranked }: Pick<Retrieval, 'ranked'>): boolean {
  return (ranked[0]?.score ?? 0) >= leastLikely;
}
