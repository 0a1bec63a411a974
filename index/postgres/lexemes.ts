import type { WordView } from '../segments/segment.ts';
import { longestLexeme, viewWeight } from './word-search.ts';

/** PostgreSQL counts the places of words no further, and keeps no more than so many of one word. */
const lastPlace = 16_383;
const mostPlaces = 255;

/** The stems of a passage's views, each with its places, as the text of a `tsvector` with weights. */
export function lexemes(stems: Readonly<Record<WordView, readonly string[]>>): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const view of ['text', 'context'] as const) {
    const seen = new Map<string, number>();
    for (const stem of stems[view]) {
      if (place === lastPlace) break;
      place++;
      if (Buffer.byteLength(stem) > longestLexeme) continue;
      const list = places.get(stem) ?? [];
      const count = seen.get(stem) ?? 0;
      // Half of the places are left to each view.
      if (count >= mostPlaces / 2) continue;
      seen.set(stem, count + 1);
      list.push(`${place}${viewWeight[view]}`);
      places.set(stem, list);
    }
  }
  // Stems are letters and digits: none needs to be escaped.
  return Array.from(places, ([stem, list]) => `'${stem}':${list.join(',')}`).join(' ');
}
