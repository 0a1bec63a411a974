import type { IndexedPassage } from '../index/passage-index.ts';
import { quoteText } from './answer/quote.ts';
import type { Topic, TopicCell } from './engine.ts';
import type { Shelf } from './shelf.ts';

/** A guest's paragraph (or part of one) on some topics. */
interface Spoken {
  guest: string;
  episode: number;
  anchor: string;
  words: number;
  topics: readonly string[];
}

/**
 * The grid of topics by guests, from the topics that readers gave to paragraphs: the most spoken about first. Guests
 * stand in the order of their episodes; a guest of several episodes has a cell for each. Empty where no paragraph has
 * topics.
 */
export async function topicsOf(shelf: Shelf): Promise<Topic[]> {
  const guests = shelf.episodes.flatMap(({ number, guests: names }) =>
    names.map(({ name }) => ({ guest: name, episode: number })),
  );
  const spoken: Spoken[] = [];
  for (const { number } of isEnriched(shelf) ? shelf.episodes : []) {
    const own = (await shelf.passagesOf(number)).flatMap((passage) => spokenIn(passage, shelf));
    spoken.push(...own.filter(({ topics }) => topics.length > 0));
  }
  const slugs = [...new Set(spoken.flatMap(({ topics }) => topics))].sort();
  return slugs
    .map((slug) => {
      const on = spoken.filter(({ topics }) => topics.includes(slug));
      const cells = guests.map((guest) => cellOf(guest, on));
      return { topic: { slug, name: topicName(slug, shelf), cells }, words: wordsOf(cells) };
    })
    .sort((a, b) => b.words - a.words)
    .map(({ topic }) => topic);
}

/** Without it no passage has topics, and none need be read. */
function isEnriched({ index }: Shelf): boolean {
  return index.manifest.counts.questions > 0;
}

function spokenIn({ role, speaker, episode, spans }: IndexedPassage, shelf: Shelf): Spoken[] {
  if (role !== 'guest' || speaker === null) return [];
  return spans.map(({ anchor, start, end, enrichment }) => ({
    guest: speaker,
    episode,
    anchor,
    words: quoteText({ anchor, start, end }, shelf).split(/\s+/).length,
    topics: enrichment?.topics ?? [],
  }));
}

function cellOf(
  { guest, episode }: Pick<TopicCell, 'guest' | 'episode'>,
  spoken: readonly Spoken[],
): TopicCell {
  const own = spoken.filter((piece) => piece.guest === guest && piece.episode === episode);
  return { guest, episode, words: wordsOf(own), anchors: [...new Set(own.map(({ anchor }) => anchor))] };
}

function wordsOf(pieces: readonly { words: number }[]): number {
  return pieces.reduce((sum, { words }) => sum + words, 0);
}

/** `venture-capital` as people write it: "Venture capital"; an initialism that the shelf spells in capitals stays one. */
function topicName(slug: string, shelf: Shelf): string {
  const words = slug.split('-').map((word) => (isInitialism(word, shelf) ? word.toUpperCase() : word));
  const name = words.join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isInitialism(word: string, { episodes }: Shelf): boolean {
  if (!/^[a-z]{2,4}$/.test(word)) return false;
  const count = (pattern: RegExp): number =>
    episodes.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
  return count(new RegExp(`\\b${word.toUpperCase()}\\b`, 'g')) > count(new RegExp(`\\b${word}\\b`, 'g'));
}
