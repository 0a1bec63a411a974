import type { IndexedPassage } from '../../index/passage-index.ts';

/** Whether readers wrote about what was found, or nobody did: what is learned has weights for each. */
export type Reading = 'enriched' | 'bare';

/** The passages around which what others asked is looked at. */
export const neighbourhood = 10;
const nearlyAll = 0.8;

/**
 * Which weights there are for what was found, best first: nobody's words speak for or against a passage that nobody has
 * read, unless nearly all around it have been read.
 */
export function readingOf(bestFirst: readonly Pick<IndexedPassage, 'enrichment'>[]): Reading {
  const isRead = bestFirst.slice(0, neighbourhood).map(({ enrichment }) => enrichment !== null);
  const count = isRead.filter(Boolean).length;
  return isRead[0] === true || count >= nearlyAll * neighbourhood ? 'enriched' : 'bare';
}
