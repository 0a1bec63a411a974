import type { IndexedPassage } from '../../index/passage-index.ts';
import { isCourtesy } from './sentence-openings.ts';

/** What guests say, courtesies apart: the passages first after which people have asked most, of equals the longer. */
export function mostAsked(passages: readonly IndexedPassage[]): IndexedPassage[] {
  const asked = ({ enrichment }: IndexedPassage): number => enrichment?.asked.length ?? 0;
  return passages
    .filter(({ role, text }) => role === 'guest' && !isCourtesy(text))
    .sort((a, b) => asked(b) - asked(a) || b.text.length - a.text.length);
}
