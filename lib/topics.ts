import { setImmediate } from 'node:timers/promises';
import type { IndexedPassage } from '../index/passage-index.ts';
import { quoteText } from './answer/quote.ts';
import type { Topic, TopicCell } from './engine.ts';
import type { Shelf } from './shelf.ts';

/** A guest's paragraph (or part of one) on some topics. */
interface Spoken {
  anchor: string;
  words: number;
  topics: readonly string[];
  /** Whether the topics are those of similar passages. */
  inferred: boolean;
}

/**
 * The grid of topics by guests: the most spoken about first. Topics are those that readers gave to paragraphs; in
 * episodes about which nobody wrote, those of the nearest passages with such. Guests stand in the order of their
 * episodes; a guest of several episodes has a cell for each. Empty where no paragraph has topics.
 */
export async function topicsOf(shelf: Shelf): Promise<Topic[]> {
  const guests = shelf.episodes.flatMap(({ number, guests: names }) =>
    names.map(({ name }) => ({ guest: name, episode: number })),
  );
  const cells = new Map<string, Map<string, TopicCell>>();
  for (const { number } of isEnriched(shelf) ? shelf.episodes : []) {
    // A large shelf takes seconds: others are answered meanwhile.
    await setImmediate();
    for (const passage of await shelf.passagesOf(number)) {
      for (const spoken of spokenIn(passage, shelf)) {
        for (const topic of spoken.topics) {
          const row = cells.get(topic) ?? new Map<string, TopicCell>();
          cells.set(topic, row);
          const guest = { guest: passage.speaker ?? '', episode: number };
          row.set(keyOf(guest), withSpoken(row.get(keyOf(guest)) ?? emptyCell(guest), spoken));
        }
      }
    }
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, row]) => {
      const own = guests.map((guest) => row.get(keyOf(guest)) ?? emptyCell(guest));
      const words = own.reduce((sum, cell) => sum + cell.words, 0);
      return { topic: { slug, name: topicName(slug, shelf), cells: own }, words };
    })
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
    .map(({ topic }) => topic);
}

/** Without it no passage has topics, and none need be read. */
function isEnriched({ index }: Shelf): boolean {
  return index.manifest.counts.questions > 0;
}

function spokenIn({ role, speaker, spans, inferredTopics }: IndexedPassage, shelf: Shelf): Spoken[] {
  if (role !== 'guest' || speaker === null) return [];
  return spans.flatMap(({ anchor, start, end, enrichment }) => {
    const topics = inferredTopics ?? enrichment?.topics ?? [];
    if (topics.length === 0) return [];
    const words = quoteText({ anchor, start, end }, shelf).split(/\s+/).length;
    return [{ anchor, words, topics, inferred: inferredTopics !== undefined }];
  });
}

function keyOf({ guest, episode }: Pick<TopicCell, 'guest' | 'episode'>): string {
  return `${episode} ${guest}`;
}

function emptyCell({ guest, episode }: Pick<TopicCell, 'guest' | 'episode'>): TopicCell {
  return { guest, episode, words: 0, anchors: [], inferred: false };
}

function withSpoken(cell: TopicCell, { anchor, words, inferred }: Spoken): TopicCell {
  // Of a long paragraph, the parts come one after the other.
  const anchors = cell.anchors.at(-1) === anchor ? cell.anchors : [...cell.anchors, anchor];
  return { ...cell, words: cell.words + words, anchors, inferred: cell.inferred || inferred };
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
