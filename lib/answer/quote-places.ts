import { setImmediate } from 'node:timers/promises';
import { findQuote, quotable } from '../prose/find-quote.ts';
import { mostErrors } from '../prose/nearest-wording.ts';
import { invisible, plainText } from '../prose/plain-text.ts';
import type { Shelf } from '../shelf.ts';
import type { ShelfEpisode } from '../shelf-episodes.ts';
import type { Filters } from '../protocol.ts';
import type { Quote } from './quote.ts';

/** A place where a phrase stands, or nearly. */
export interface QuotePlace extends Quote {
  /** 1 where it stands there letter by letter, typesetting apart. */
  similarity: number;
}

/** Most episodes that are searched for a wording that is only near: those that hold the most of its words. */
const mostNearEpisodes = 32;

/**
 * The places where a phrase stands, or else its nearest wordings. Only those episodes are unpacked that hold all of its
 * words, so that an exact place is found wherever it is; the search ends with `enough` of them. Of episodes that hold
 * as many words, those named first in `preferred` (their numbers) are searched first.
 */
export async function quotePlaces(
  phrase: string,
  {
    shelf,
    filters: { episodes: chosen = [], guests = [] },
    preferred,
    enough,
  }: { shelf: Shelf; filters: Filters; preferred: readonly number[]; enough: number },
): Promise<QuotePlace[]> {
  const needle = quotable(phrase);
  const { stems, episodes: held } = await shelf.index.stemsHeld(needle);
  if (stems === 0) return [];
  const ranks = new Map([...new Set(preferred)].map((number, rank) => [number, rank]));
  const rankOf = ({ number }: ShelfEpisode): number => ranks.get(number) ?? ranks.size;
  const heldBy = ({ number }: ShelfEpisode): number => held.get(number) ?? 0;
  const all = shelf.episodes
    .filter(({ number }) => chosen.length === 0 || chosen.includes(number))
    .filter((episode) => heldBy(episode) > 0)
    .sort((a, b) => heldBy(b) - heldBy(a) || rankOf(a) - rankOf(b) || a.number - b.number);
  const search = async (some: readonly ShelfEpisode[], parts: readonly string[], least: number) => {
    const places: QuotePlace[] = [];
    for (const episode of some) {
      if (places.filter(({ similarity }) => similarity === 1).length >= enough) break;
      // Unpacking takes a millisecond: others are answered between two.
      await setImmediate();
      const { paragraphs, turns } = episode;
      for (const { anchor, text, turn } of paragraphs) {
        if (guests.length > 0 && !guests.includes(turns[turn]?.speaker ?? '')) continue;
        if (!mayHold(text, parts)) continue;
        const found = findQuote(phrase, [plainText(text)]);
        if (found && found.similarity >= least) {
          places.push({ anchor, start: found.start, end: found.end, similarity: found.similarity });
        }
      }
    }
    return places;
  };
  const parts = asciiParts(needle);
  const exact = await search(
    all.filter((episode) => heldBy(episode) === stems),
    parts,
    1,
  );
  if (exact.length > 0) return exact;
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  // A letter that differs touches one word, a space two.
  const near = all.filter((episode) => heldBy(episode) >= stems - 2 * mostErrors(needle));
  return search(near.slice(0, mostNearEpisodes), longest === '' ? [] : [longest], 0);
}

/** Runs of ASCII letters and digits in a plain text that stand so, but for their case, in any text that holds it. */
function asciiParts(plain: string): string[] {
  // A letter before an accent may be one character with it.
  return plain.replace(/.\p{M}/gu, ' ').match(/[a-z0-9]+/g) ?? [];
}

/** Cheaper by far than making a text plain. */
function mayHold(text: string, parts: readonly string[]): boolean {
  if (invisible.test(text)) return true;
  const small = text.toLowerCase();
  return parts.every((part) => small.includes(part));
}
