import type { IndexedPassage } from '../../index/passage-index.ts';

/** Passages, those first after which people have asked most; of equals the longer. */
export function mostAsked(passages: readonly IndexedPassage[]): IndexedPassage[] {
  const asked = ({ enrichment }: IndexedPassage): number => enrichment?.asked.length ?? 0;
  return passages.toSorted((a, b) => asked(b) - asked(a) || b.text.length - a.text.length);
}
