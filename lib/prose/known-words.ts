import { tokens } from '../../index/words.ts';
import type { Episode } from '../../ingest/episode.ts';
import { stem } from '../understand/terms.ts';

/** Words that begin with the same letters as many say the same: "commerce" and "commercially" have different stems. */
const openingLetters = 5;

/** The words of a text, to be asked for others like them. */
export class KnownWords {
  private readonly stems: ReadonlySet<string>;
  private readonly openings: ReadonlySet<string>;

  constructor(text: string) {
    this.stems = stemsOf(text);
    this.openings = new Set([...this.stems].flatMap((each) => openingOf(each) ?? []));
  }

  /** Whether the text has the word, in whatever form. */
  has(word: string): boolean {
    const stemmed = stem(word);
    const opening = openingOf(stemmed);
    return this.stems.has(stemmed) || (opening !== null && this.openings.has(opening));
  }

  /** The share of these words that the text has, from 0 to 1. */
  shareOf(words: readonly string[]): number {
    return words.length === 0 ? 0 : words.filter((word) => this.has(word)).length / words.length;
  }
}

export function stemsOf(text: string): Set<string> {
  return new Set(tokens(text).map(({ word }) => stem(word)));
}

function openingOf(stemmed: string): string | null {
  return stemmed.length < openingLetters ? null : stemmed.slice(0, openingLetters);
}

const byEpisode = new WeakMap<Episode, ReadonlyMap<string, KnownWords>>();

/** The words of each paragraph of an episode, by its anchor. */
export function paragraphWords(episode: Episode): ReadonlyMap<string, KnownWords> {
  const known = byEpisode.get(episode);
  if (known) return known;
  const made = new Map(episode.paragraphs.map(({ anchor, text }) => [anchor, new KnownWords(text)]));
  byEpisode.set(episode, made);
  return made;
}
